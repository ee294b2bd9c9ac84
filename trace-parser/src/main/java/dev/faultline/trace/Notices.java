package dev.faultline.trace;

import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.order.OrderedGeneration;
import java.util.ArrayList;
import java.util.List;

/// Collects what there is to say about reading, apart from losses.
final class Notices {
    /// Limit of notices: a file may have more generations than anyone wants to read about.
    private static final int MOST = 100;

    private final List<String> list = new ArrayList<>();
    private int omitted;

    void of(OrderedGeneration g) {
        OrderedGeneration.Oddities odd = g.oddities();
        String generation = "generation " + Long.toUnsignedString(g.raw().number()) + ": ";
        say(odd.forced(), generation, " forced into order because events that should come first are missing");
        say(odd.contradictions(), generation, " inconsistent with earlier events and taken as true");
        say(odd.skipped(), generation, " dropped because it is unknown what they refer to");
        if (g.raw().repaired() > 0) {
            add(generation + g.raw().repaired() + " batch headers did not match their neighbors and were repaired");
        }
        if (odd.duplicateIds() > 0) {
            add(
                    generation + odd.duplicateIds() + " table entries have a duplicate id; the first one is used");
        }
        if (odd.unknownIds() > 0) {
            add(generation + odd.unknownIds() + " references to strings or stacks that are not in the trace");
        }
    }

    private void say(long count, String generation, String what) {
        if (count > 0) {
            add(generation + count + (count == 1 ? " event was" : " events were") + what);
        }
    }

    private void add(String notice) {
        if (list.size() < MOST) {
            list.add(notice);
        } else {
            omitted++;
        }
    }

    /// All notices of a trace with this header.
    List<String> list(TraceHeader header) {
        List<String> all = new ArrayList<>();
        if (header.minor() > TraceHeader.NEWEST) {
            all.add("the header \"" + header.text() + "\" is newer than this reader; it was read as \"go 1."
                    + TraceHeader.NEWEST + " trace\"");
        } else if (!header.known()) {
            all.add("no Go release is known to write the header \"" + header.text() + "\"");
        }
        all.addAll(list);
        if (omitted > 0) {
            all.add("and " + omitted + " more notices");
        }
        return all;
    }
}
