// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace flaskcards {

// Few codes, each with one thing to do about it. The sentence for the person is made in ui or cli.
enum class ErrorCode {
    NotFound, // look elsewhere
    Invalid,  // mend the input; context names file, line or position
    Busy,     // try again
    Corrupt,  // restore a copy
    TooNew,   // use a newer program
    NoSpace,  // free space, then retry
    Io,       // mend permissions or the device, then retry
    Replaced, // open the file that now lies there
};

struct Error {
    ErrorCode code = ErrorCode::Invalid;
    QString context; // what was touched: a path, a statement, file:line: rule: text

    bool operator==(const Error &) const = default;
};

// A value or an Error; reading the value of a failed Result is a programming error (asserted).
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }

    const T &value() const & { return *checked(std::get_if<0>(&m_state)); }
    T &value() & { return *checked(std::get_if<0>(&m_state)); }
    // By value: a loop over the value of a temporary Result must not outlive it.
    T value() && { return std::move(*checked(std::get_if<0>(&m_state))); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return *checked(std::get_if<1>(&m_state)); }

private:
    template <typename P>
    static P *checked(P *pointer)
    {
        Q_ASSERT(pointer);
        return pointer;
    }

    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const
    {
        Q_ASSERT(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

// Whether it went well, where the value says nothing more.
template <typename T>
Result<void> done(const Result<T> &result)
{
    if (!result)
        return result.error();
    return {};
}

} // namespace flaskcards
