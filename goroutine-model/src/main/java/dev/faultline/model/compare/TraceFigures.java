package dev.faultline.model.compare;

import dev.faultline.model.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a comparison needs of one trace. It holds nothing of the trace itself, which may be closed.
///
/// @param name the file
/// @param release of Go, as people write it
/// @param durationNs length of the trace, or of the stretch that is compared
/// @param complete whether all of it could be read
/// @param values by subject and quantity
/// @param spots where subjects can be looked at; the runtime and what the trace does not show have none
/// @param findings to show, worst first
public record TraceFigures(String name, String release, long durationNs, boolean complete,
        SortedMap<Subject, Map<Quantity, Reading>> values, Map<Subject, Spot> spots, List<Finding> findings) {
    public TraceFigures {
        spots = Map.copyOf(spots);
        findings = List.copyOf(findings);
    }
}
