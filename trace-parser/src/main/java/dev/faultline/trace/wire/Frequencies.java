package dev.faultline.trace.wire;

import dev.faultline.trace.event.Clock;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;

/// The clock of a trace. Each generation tells it again, but a process has only one: a generation that has lost it, or
/// says otherwise than most, is damaged.
public final class Frequencies {
    private Frequencies() {
    }

    /// What most generations say; the usual clock when it is among the most frequent, or when none says anything.
    public static Clock mostFrequent(TraceFile file, List<RawGeneration> generations) {
        Long2IntOpenHashMap votes = new Long2IntOpenHashMap();
        Clock best = Clock.USUAL;
        for (RawGeneration generation : generations) {
            long frequency = TableReader.frequency(file, generation);
            if (frequency != 0) {
                int lead = votes.addTo(frequency, 1) + 1 - votes.get(best.frequency());
                if (lead > 0 || lead == 0 && frequency == Clock.USUAL.frequency()) {
                    best = new Clock(frequency);
                }
            }
        }
        return best;
    }
}
