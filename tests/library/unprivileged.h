// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace flaskcards::test {

// Permissions do not bind root: for its lifetime the test is somebody else.
class Unprivileged
{
public:
    Unprivileged() : m_before(::geteuid())
    {
        if (m_before == 0)
            m_dropped = ::seteuid(nobody) == 0;
    }
    ~Unprivileged()
    {
        if (m_dropped && ::seteuid(m_before) != 0)
            ::_exit(1);
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    static constexpr uid_t nobody = 65534;
    uid_t m_before;
    bool m_dropped = false;
};

// For a child process: permissions bind root too in what it executes, who stays the same user.
inline void bindByPermissions()
{
    for (const int capability : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH})
        ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

} // namespace flaskcards::test
