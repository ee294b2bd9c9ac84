package dev.faultline.trace.v1;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ByteRange;
import dev.faultline.trace.format.ReadReport;
import java.util.List;

/// A v1 trace in rows.
///
/// @param lastNs time of the last event, nanoseconds since the first
/// @param ended whether the file has what Go writes last
/// @param foreign stretches of the file that do not belong to the trace
public record V1Result(EventStore events, Strings strings, Stacks stacks, Ids goroutines, Ids threads, long lastNs,
        boolean ended, ReadReport report, List<ByteRange> foreign) {}
