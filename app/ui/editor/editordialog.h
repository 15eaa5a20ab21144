// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/drafts.h"

#include <QDialog>
#include <QTimer>

class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace flaskcards {

class Button;
class CardView;
class DraftFields;
class Label;
class Notice;
class ProblemList;
class SourceEdit;
class Theme;

// A question in the person's words: fields and text at the left, the card as it will be at the right. What is
// written is kept as a draft every few seconds and when the window goes, until it is saved.
class EditorDialog : public QDialog
{
    Q_OBJECT

public:
    // `question` not valid: a new one, in `topic` at first.
    EditorDialog(Library &library, const Theme &theme, QuestionId question, const QString &topic,
                 QWidget *parent = nullptr);
    ~EditorDialog() override;

    void save();
    void reject() override; // asks once if something was not saved

signals:
    void saved(flaskcards::QuestionId question);

private:
    void build();
    QWidget *buildText();
    QWidget *buildPreview();
    void buildNotices(QVBoxLayout *rows);
    void buildFoot(QVBoxLayout *rows);
    void addActions();
    void load(QuestionId question, const QString &topic);
    void fill(const CardDraft &draft);
    CardDraft current() const;
    bool isChanged() const { return current() != m_saved; }
    void onChanged();
    void showPreview();
    void keep();
    void offerDraft();
    void takeDraft();
    void forgetOffered();
    void takeBankText();
    void noticeOthers();
    void showFailure(const Error &error);
    void askToClose();
    void stay();
    void throwAway();
    void followTheme();

    Library &m_library;
    const Theme &m_theme;
    QuestionId m_question;
    QString m_slug;     // empty: a new question
    QString m_baseHash; // of the stored text, as last seen
    Origin m_origin = Origin::Own;
    CardDraft m_saved;      // as it was opened
    qint64 m_startedMs;     // names the draft of this sitting
    bool m_dirty = false;   // something is to be kept
    bool m_isTried = false; // to be saved
    QList<KeptDraft> m_offered;
    QTimer m_previewTimer;
    QTimer m_keepTimer;

    DraftFields *m_fields = nullptr;
    QSplitter *m_panes = nullptr;
    SourceEdit *m_text = nullptr;
    ProblemList *m_problems = nullptr;
    QScrollArea *m_area = nullptr;
    CardView *m_card = nullptr;
    Notice *m_draftNotice = nullptr;
    Notice *m_bankNotice = nullptr;
    Notice *m_othersNotice = nullptr;
    Notice *m_failure = nullptr;
    Notice *m_closing = nullptr;
    Button *m_bankText = nullptr;
    Button *m_keepWriting = nullptr;
    Label *m_state = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace flaskcards
