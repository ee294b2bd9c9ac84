package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;
import java.util.List;

/// Shares of states in a stretch of time, packed into a `long`: seven bits each for the nine roles that mix.
public final class Mix {
    /// Roles that mix, in the order in which they are stacked from the lane's bottom; the waits come last.
    private static final Role[] ROLES = {Role.RUNNING, Role.GC, Role.SYSCALL, Role.RUNNABLE, Role.SYNC, Role.CHANNEL,
            Role.NETWORK, Role.SLEEP, Role.OTHER};
    private static final int[] SLOTS = new int[Role.values().length];
    private static final int FIRST_WAIT = 4;
    static final int BITS = 7;
    static final int FULL = (1 << BITS) - 1;

    static {
        for (Role role : Role.values()) {
            SLOTS[role.ordinal()] = List.of(ROLES).indexOf(role.family());
        }
    }

    private Mix() {
    }

    /// Number of roles that mix.
    public static int slots() {
        return ROLES.length;
    }

    public static Role role(int slot) {
        return ROLES[slot];
    }

    /// Place of a role, -1 when it does not mix.
    public static int slot(Role role) {
        return SLOTS[role.ordinal()];
    }

    /// Packs amounts by slot as shares of a total; what is there keeps a share above 0.
    public static long of(double[] amounts, double total) {
        long mix = 0;
        for (int slot = 0; slot < ROLES.length; slot++) {
            if (amounts[slot] > 0) {
                long share = Math.clamp(Math.round(amounts[slot] / total * FULL), 1, FULL);
                mix |= share << slot * BITS;
            }
        }
        return mix;
    }

    /// Share of a slot's role, 0 to 1.
    public static double share(long mix, int slot) {
        return (mix >>> slot * BITS & FULL) / (double) FULL;
    }

    /// The slot of the wait with the largest share, -1 when nothing waits.
    public static int mostWaiting(long mix) {
        int most = -1;
        long share = 0;
        for (int slot = FIRST_WAIT; slot < ROLES.length; slot++) {
            long s = mix >>> slot * BITS & FULL;
            if (s > share) {
                most = slot;
                share = s;
            }
        }
        return most;
    }

    /// Number of the first slots, those of the states that are not waits.
    public static int activeSlots() {
        return FIRST_WAIT;
    }

    /// The slot with the largest share.
    static int most(long mix) {
        int most = 0;
        for (int slot = 1; slot < ROLES.length; slot++) {
            if ((mix >>> slot * BITS & FULL) > (mix >>> most * BITS & FULL)) {
                most = slot;
            }
        }
        return most;
    }

    /// Whether two mixes look the same: no share differs by more than an eighth, and the same roles are there.
    static boolean alike(long a, long b) {
        if (a == b) {
            return true;
        }
        for (int slot = 0; slot < ROLES.length; slot++) {
            long x = a >>> slot * BITS & FULL;
            long y = b >>> slot * BITS & FULL;
            if (x == 0 != (y == 0) || Math.abs(x - y) > FULL / 8) {
                return false;
            }
        }
        return true;
    }

    /// Adds up mixes by weight, several slots at a time: every second slot has room for twice its bits.
    static final class Average {
        /// What the weights of one average may add up to.
        static final int WHOLE = 1 << BITS;
        /// Slots 0, 2, 4 and 6, or 1, 3, 5 and 7 of a mix that is moved by one.
        private static final long EVERY_SECOND = FULL | (long) FULL << 2 * BITS | (long) FULL << 4 * BITS
                | (long) FULL << 6 * BITS;
        private static final int LAST = 8;

        private long even;
        private long odd;
        private long last;

        void add(long mix, int weight) {
            even += (mix & EVERY_SECOND) * weight;
            odd += (mix >>> BITS & EVERY_SECOND) * weight;
            last += (mix >>> LAST * BITS) * weight;
        }

        /// The average; what was there keeps a share above 0. Starts again with nothing.
        long take() {
            long mix = share(last) << LAST * BITS;
            for (int slot = 0; slot < LAST; slot += 2) {
                mix |= share(even >>> slot * BITS & (1 << 2 * BITS) - 1) << slot * BITS;
                mix |= share(odd >>> slot * BITS & (1 << 2 * BITS) - 1) << (slot + 1) * BITS;
            }
            even = 0;
            odd = 0;
            last = 0;
            return mix;
        }

        private static long share(long sum) {
            return sum == 0 ? 0 : Math.max(1, sum + WHOLE / 2 >>> BITS);
        }
    }
}
