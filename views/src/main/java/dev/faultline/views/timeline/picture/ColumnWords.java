package dev.faultline.views.timeline.picture;

import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Bars;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What fills one px of a lane that holds several intervals: the shares of all states, which add up to the whole px.
final class ColumnWords {
    /// Intervals that are looked at one by one while the pointer moves.
    private static final int MOST = 4_096;

    private ColumnWords() {
    }

    /// Lines for a piece that stands for several intervals.
    ///
    /// @param who whose lane it is
    /// @param gap what it is where there is no interval
    static List<String> of(String who, Hit hit, String gap) {
        Drawn drawn = hit.drawn();
        if (drawn == null) {
            return List.of(who);
        }
        Bars bars = drawn.bars();
        double[] shares = shares(drawn.lane(), hit.px());
        if (shares == null) {
            shares = shares(bars.mix(hit.piece()));
        }
        return List.of(Units.count(bars.count(hit.piece()), "span") + ", zoom in to see them", who,
                "at the pointer, " + Units.duration(hit.px().durationNs()) + " wide: " + words(shares, gap));
    }

    private static String words(double[] shares, String gap) {
        Map<Role, Double> byRole = new EnumMap<>(Role.class);
        double rest = 1;
        for (Role role : Role.values()) {
            double share = shares[role.ordinal()];
            if (share > 0) {
                byRole.put(role, share);
                rest -= share;
            }
        }
        Stream<String> parts = byRole.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(e -> e.getKey().label().toLowerCase(Locale.ROOT) + " " + Units.share(e.getValue()));
        return Stream.concat(parts, rest > 0.005 ? Stream.of(gap + " " + Units.share(rest)) : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    /// By the roles' numbers; null where there are too many intervals to look at.
    private static double @Nullable [] shares(Lane lane, TimeRange px) {
        double[] shares = new double[Role.values().length];
        int first = lane.firstEndingAfter(px.fromNs());
        int i = first;
        while (i < lane.size() && lane.start(i) < px.toNs()) {
            if (i - first > MOST) {
                return null;
            }
            long ns = Math.min(lane.end(i), px.toNs()) - Math.max(lane.start(i), px.fromNs());
            shares[lane.role(i).ordinal()] += Math.max(0, ns);
            i++;
        }
        double whole = Math.max(1, px.durationNs());
        Arrays.setAll(shares, r -> shares[r] / whole);
        return shares;
    }

    private static double[] shares(long mix) {
        double[] shares = new double[Role.values().length];
        for (int slot = 0; slot < Mix.slots(); slot++) {
            shares[Mix.role(slot).ordinal()] = Mix.share(mix, slot);
        }
        return shares;
    }
}
