package dev.faultline.bench;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.compare.Change;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.compare.FigureReader;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.TraceFigures;
import dev.faultline.model.compare.Verdict;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares runs of one program with each other, and with runs of it that do one thing worse: how often a difference is
/// reported where there is none, and what comes first where there is one. The traces come from
/// `sample-traces/comparison/program`, see `runs.sh` there.
public final class CompareBench {
    private CompareBench() {
    }

    /// @param args the folder with a folder of traces for `none` and for each fault; runs a side
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        int runs = Integer.parseInt(args[1]);
        List<TraceFigures> none = read(folder.resolve("none"));
        int pairs = 0;
        int alarms = 0;
        for (int i = 0; i + 2 * runs <= none.size(); i += 2 * runs) {
            Comparison comparison = Comparison.of(new Side(none.subList(i, i + runs)),
                    new Side(none.subList(i + runs, i + 2 * runs)));
            pairs++;
            alarms += comparison.same() ? 0 : 1;
            print("none", comparison);
        }
        System.out.println(pairs + " pairs of the same program, " + alarms + " with a difference");
        for (Path fault : faults(folder)) {
            List<TraceFigures> worse = read(fault);
            for (int i = 0; i + runs <= Math.min(worse.size(), none.size()); i += runs) {
                print(String.valueOf(fault.getFileName()),
                        Comparison.of(new Side(none.subList(i, i + runs)), new Side(worse.subList(i, i + runs))));
            }
        }
    }

    private static List<Path> faults(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> Files.isDirectory(f) && !f.endsWith("none")).sorted().toList();
        }
    }

    private static void print(String fault, Comparison comparison) {
        List<Change> worse = comparison.changes(Verdict.WORSE);
        System.out.println(fault + ": " + DifferenceWords.headline(comparison)
                + comparison.findings().stream()
                        .filter(f -> f.verdict() == Verdict.WORSE || f.verdict() == Verdict.BETTER)
                        .map(f -> ", " + f.status() + " " + f.finding().id())
                        .collect(Collectors.joining()));
        for (Change change : worse.isEmpty() ? comparison.changes(Verdict.BETTER) : worse.subList(0, 1)) {
            System.out.println("    " + DifferenceWords.name(change.subject()) + ": "
                    + change.shown().stream().map(DifferenceWords::line).collect(Collectors.joining(" · ")));
        }
    }

    private static List<TraceFigures> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<TraceFigures> figures = new ArrayList<>();
        for (Path file : files) {
            try (Trace trace = TraceReader.read(file, Progress.NONE)) {
                Facts facts = new Facts(ModelBuilder.build(trace, Progress.NONE));
                figures.add(FigureReader.read(facts, Rules.judge(facts, Settings.DEFAULTS)));
            }
        }
        return figures;
    }
}
