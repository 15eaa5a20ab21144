// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A card that breaks no rule, as questions/sessions/read-session.md. Line numbers at the left of the tests'
// texts are its.
inline QString sampleCard()
{
    return QStringLiteral(R"(---
level: basic
kind: concept
tags: cookies, itsdangerous
sources: 000-8, 001-7, 001-30b
follow-ups: secret-key, logout
related: g-vs-session
after: what-is-flask
aliases: peek-session
since: 2.2
until: 3.1
checked: 2.2.2, 3.1.3
reviewed: 2026-11-21
---
# Can a visitor read what you put into `session`?

Think of the `Set-Cookie` header.

## Answer
Yes. The session cookie is signed with the secret key, not encrypted, so that anybody who holds
it can decode the payload. Nobody can alter it unnoticed, because the signature would not fit.

## Key points
- Signed, not encrypted
- Payload is readable
- Altering it makes the session empty

## Explanation
Flask serialises the dictionary to JSON, packs it with a timestamp and appends a signature. The
browser stores the result and sends it back with every request to the same host. When it comes
back, the signature is computed again and compared. A cookie that does not pass becomes an empty
session without any message, which looks like a sudden logout to the person at the browser.

Whoever needs secrecy keeps an identifier in the cookie and the data on the server.

## Example
Look at what comes out without any key.

```python
import base64

session = base64.b64decode("eyJhIjogMX0=")
```

```python test
assert session == b'{"a": 1}'
```

## Why it is asked
It separates signing from encryption in one question.

## Common mistakes
- Storing a password there: anybody can read it.
- Trusting its secrecy: only its origin is certain.

## References
- [Quickstart: Sessions](https://flask.palletsprojects.com/en/stable/quickstart/#sessions)
)");
}

// The same as a multiple-choice card.
inline QString sampleChoiceCard()
{
    return sampleCard()
        .replace(QStringLiteral("kind: concept"), QStringLiteral("kind: mcq"))
        .replace(QStringLiteral("\n## Answer"), QStringLiteral(R"(
## Options
- [ ] No, it is encrypted
  Encryption is not part of it.
- [x] Yes, it is signed
  The payload is plain.
- [ ] Only the server can
  The cookie is in the browser.

## Answer)"));
}
