package dev.faultline.views.timeline;

import dev.faultline.views.paint.Role;
import java.util.Arrays;

/// Shares of states in a stretch of time, packed into a `long`: seven bits each for the nine roles that mix.
public final class Mix {
    /// Roles that mix, in the order in which they are stacked from the lane's bottom.
    private static final Role[] ROLES = {Role.RUNNING, Role.GC, Role.SYSCALL, Role.RUNNABLE, Role.SYNC, Role.CHANNEL,
            Role.NETWORK, Role.SLEEP, Role.OTHER};
    private static final int[] SLOTS = new int[Role.values().length];
    private static final int BITS = 7;
    private static final int FULL = (1 << BITS) - 1;

    static {
        Arrays.fill(SLOTS, -1);
        for (int slot = 0; slot < ROLES.length; slot++) {
            SLOTS[ROLES[slot].ordinal()] = slot;
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
}
