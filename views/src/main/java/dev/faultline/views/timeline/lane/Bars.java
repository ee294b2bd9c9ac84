package dev.faultline.views.timeline.lane;

import dev.faultline.trace.column.Sorted;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeScale;
import java.util.Arrays;

/// The draw list of one lane: what is painted, in order from left to right, and which intervals each piece stands for.
/// A piece is either one interval or, where several fall into one px, their mix.
public final class Bars {
    private static final Role[] ROLES = Role.values();
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private int size;
    private boolean rough;
    private float[] x = new float[64];
    private float[] width = new float[64];
    private byte[] role = new byte[64];
    private int[] first = new int[64];
    private int[] count = new int[64];
    private long[] mix = new long[64];

    public int size() {
        return size;
    }

    public double x(int i) {
        return x[i];
    }

    /// At least 1 px.
    public double width(int i) {
        return width[i];
    }

    public double right(int i) {
        return x[i] + width[i];
    }

    /// Role of the interval, or of most of the time in a mix.
    public Role role(int i) {
        return ROLES[role[i]];
    }

    /// Index of the first interval of the lane that it stands for, -1 before [#resolve].
    public int first(int i) {
        return first[i];
    }

    /// Number of intervals that it stands for; not a true number before [#resolve].
    public int count(int i) {
        return count[i];
    }

    /// Whether it stands for several intervals.
    public boolean mixed(int i) {
        return mix[i] != 0 || count[i] > 1;
    }

    /// Shares of the states, see [Mix]; 0 for a single interval.
    public long mix(int i) {
        return mix[i];
    }

    /// Whether sums had to do for intervals that are not at hand (yet): then another layout may find more.
    public boolean rough() {
        return rough;
    }

    void setRough(boolean now) {
        rough = now;
    }

    /// The piece at a px, -1 when there is none. Where a thin piece touches a wide one, the thin one is meant.
    public int at(double px) {
        int found = Sorted.first(0, size, i -> x[i] > px) - 1;
        if (found < 0 || px >= right(found)) {
            return found > 0 && px < right(found - 1) ? found - 1 : -1;
        }
        return found > 0 && px < right(found - 1) && width[found - 1] < width[found] ? found - 1 : found;
    }

    void clear() {
        size = 0;
    }

    void span(double fromPx, double toPx, Role r, int index) {
        put(fromPx, toPx - fromPx, r, index);
        count[size] = 1;
        mix[size++] = 0;
    }

    /// A px column of which only the shares are known, see [#resolve].
    void column(double fromPx, Role r, long shares) {
        int last = size - 1;
        if (last >= 0 && count[last] == UNKNOWN && role[last] == r.ordinal() && Math.abs(right(last) - fromPx) < 0.01
                && Mix.alike(mix[last], shares)) {
            width[last] += 1;
            return;
        }
        put(fromPx, 1, r, -1);
        count[size] = UNKNOWN;
        mix[size++] = shares;
    }

    /// Finds out which intervals a piece stands for, where only shares were looked at.
    public void resolve(int i, Lane lane, TimeScale scale) {
        if (count[i] == UNKNOWN) {
            first[i] = Math.min(lane.size() - 1, lane.firstEndingAfter(scale.ns(x[i])));
            int behind = lane.firstEndingAfter(scale.ns(right(i)));
            count[i] = Math.max(1, behind - first[i]);
        }
    }

    void mix(double fromPx, Role r, int index, int spans, long shares) {
        int last = size - 1;
        if (last >= 0 && count[last] > 1 && role[last] == r.ordinal() && Math.abs(right(last) - fromPx) < 0.01
                && Mix.alike(mix[last], shares)) {
            width[last] += 1;
            count[last] = index + spans - first[last];
            return;
        }
        put(fromPx, 1, r, index);
        count[size] = spans;
        mix[size++] = shares;
    }

    private void put(double fromPx, double widthPx, Role r, int index) {
        if (size == x.length) {
            int more = size * 2;
            x = Arrays.copyOf(x, more);
            width = Arrays.copyOf(width, more);
            role = Arrays.copyOf(role, more);
            first = Arrays.copyOf(first, more);
            count = Arrays.copyOf(count, more);
            mix = Arrays.copyOf(mix, more);
        }
        x[size] = (float) fromPx;
        width[size] = (float) widthPx;
        role[size] = (byte) r.ordinal();
        first[size] = index;
    }
}
