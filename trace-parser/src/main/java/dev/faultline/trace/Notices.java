package dev.faultline.trace;

import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.order.OrderedGeneration;
import java.util.ArrayList;
import java.util.List;

/// Collects what reading has to say to people beside losses.
final class Notices {
    /// So many are told; a file may have more generations than anybody reads about.
    private static final int MOST = 100;

    private final List<String> list = new ArrayList<>();
    private int untold;

    void of(OrderedGeneration g) {
        OrderedGeneration.Oddities odd = g.oddities();
        String generation = "generation " + Long.toUnsignedString(g.raw().number()) + ": ";
        say(odd.forced(), generation, " put in order by force, since others that should precede are missing");
        say(odd.contradictions(), generation, " at odds with what was known before, and taken as true");
        say(odd.skipped(), generation, " dropped, since it is unknown what they were about");
        if (g.raw().repaired() > 0) {
            add(generation + g.raw().repaired() + " batch headers did not fit their neighbours and were mended");
        }
        if (odd.duplicateIds() > 0) {
            add(
                    generation + odd.duplicateIds() + " table entries with an id that was taken, the first one counts");
        }
        if (odd.unknownIds() > 0) {
            add(generation + odd.unknownIds() + " references to texts or stacks that are not in the trace");
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
            untold++;
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
        if (untold > 0) {
            all.add("and " + untold + " more of the kind");
        }
        return all;
    }
}
