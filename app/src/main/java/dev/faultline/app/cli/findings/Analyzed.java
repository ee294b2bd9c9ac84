package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.rank.Ranking;
import dev.faultline.model.TraceModel;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.GoRelease;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.ReadReport;

/// What is told of a trace, also when it is closed.
///
/// @param head what it is
/// @param read how it was read
/// @param judgement what was found
/// @param gate how it stands to what is asked of it
/// @param row its place in the ranking
record Analyzed(Head head, ReadReport read, Judgement judgement, Gate.Result gate, Ranking.Row row) {
    /// What a trace is.
    ///
    /// @param file as the user knows it
    /// @param format header of the file
    /// @param go format version in it
    /// @param release of Go that wrote it, for people
    /// @param stretch whether only a stretch was looked at
    /// @param originNs begin of that in the whole trace, nanoseconds
    /// @param durationNs nanoseconds
    /// @param events how many
    /// @param goroutines how many
    record Head(String file, String format, String go, String release, boolean stretch, long originNs, long durationNs,
            long events, long goroutines) {
        static Head of(TraceModel model, String file) {
            Trace trace = model.trace();
            return new Head(file, trace.header(), "1." + trace.minor(), GoRelease.of(trace), trace.isStretch(),
                    trace.originNs(), trace.durationNs(), trace.events().size(), trace.goroutines().size());
        }
    }
}
