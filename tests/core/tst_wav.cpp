// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wav.h"

#include <QTest>

using namespace flaskcards;

class WavTest : public QObject
{
    Q_OBJECT

private slots:
    // The bytes as the format's description has them.
    void aFileIsItsHeaderAndTheSamples()
    {
        const QByteArray file = wavFile(QByteArray::fromHex("0100ff7f"));
        QCOMPARE(file.toHex(), QByteArray("52494646"
                                          "28000000"
                                          "57415645" // RIFF, 40 bytes, WAVE
                                          "666d7420"
                                          "10000000"
                                          "0100"
                                          "0100" // fmt, 16 bytes, PCM, mono
                                          "803e0000"
                                          "007d0000"
                                          "0200"
                                          "1000" // 16 000, 32 000, 2, 16
                                          "64617461"
                                          "04000000"
                                          "0100ff7f")); // data, 4 bytes
    }

    void whatWasWrittenIsReadBack()
    {
        QByteArray samples;
        for (int i = 0; i < 5000; ++i)
            samples.append(char(i % 251));
        for (const qsizetype size : {0, 2, 4998, 5000})
            QCOMPARE(samplesOfWav(wavFile(samples.first(size))), samples.first(size));
    }

    void whatIsNotWholeOrOfAnotherKindIsRefused()
    {
        const QByteArray good = wavFile(QByteArray(64, 'x'));
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY2(!samplesOfWav(good.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!samplesOfWav(good + "yz"));
        for (const int at : {0, 8, 20, 22, 24, 34, 40}) {
            QByteArray other = good;
            other[at] = char(other.at(at) + 1);
            QVERIFY2(!samplesOfWav(other), qPrintable(QString::number(at)));
        }
    }

    void loudnessIsThatOfTheLoudestSample()
    {
        QCOMPARE(loudestOf({}), 0.0);
        QCOMPARE(loudestOf(QByteArray(100, '\0')), 0.0);
        QCOMPARE(loudestOf(QByteArray::fromHex("00000040"
                                               "0000")),
                 0.5);
        QCOMPARE(loudestOf(QByteArray::fromHex("ff7f0080")), 1.0); // -32768
        QCOMPARE(soundLengthMs(soundBytesPerSecond * 10), 10'000);
    }
};

QTEST_APPLESS_MAIN(WavTest)
#include "tst_wav.moc"
