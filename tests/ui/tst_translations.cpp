// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Plural sources of the translation file with how many forms they have.
QHash<QString, int> translatedPlurals(const QString &source)
{
    QHash<QString, int> forms;
    QXmlStreamReader xml(contentOf(source + u"/resources/translations/flaskcards_en.ts"_s));
    QString current;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1)
            current = xml.readElementText();
        else if (xml.name() == "numerusform"_L1 && !xml.readElementText().isEmpty())
            ++forms[current];
    }
    return forms;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPluralHasItsEnglishForms()
    {
        const QString source = qEnvironmentVariable("FLASKCARDS_SOURCE");
        const QHash<QString, int> forms = translatedPlurals(source);
        static const QRegularExpression plural(
            u"tr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*%n(?:[^\"\\\\]|\\\\.)*)\""_s);
        QDirIterator files(source + u"/app"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        int found = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            auto matches = plural.globalMatch(contentOf(path));
            while (matches.hasNext()) {
                const QString text = matches.next().captured(1);
                QVERIFY2(forms.value(text) >= 2, qPrintable(path + u": "_s + text));
                ++found;
            }
        }
        QVERIFY(found > 20);
    }
};

QTEST_APPLESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
