package dev.faultline.app.cli.compare;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.Traces;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.compare.FigureReader;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.TraceFigures;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.rules.FindingKey;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameSum;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.scale.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the traces of one side, one after the other: of each only its figures stay.
final class SideReader {
    /// What the flame graphs of both sides are compared by.
    static final List<Measure> MEASURES = List.of(Measure.RUNNING, Measure.BLOCKED);

    /// One side.
    ///
    /// @param flames all runs in one tree, by what it is about
    /// @param budgets how each of its traces stands to each budget
    record Read(Side side, Map<Measure, FlameTree> flames, List<Budgeted> budgets) {}

    /// A budget in one trace.
    ///
    /// @param trace its name
    record Budgeted(String trace, Budget.Use use) {}

    private final Terminal terminal;
    private final Settings settings;
    private final StretchOptions stretch;
    private final List<Budget> budgets;
    private final List<Budgeted> uses = new ArrayList<>();
    private final List<TraceFigures> figures = new ArrayList<>();
    private final Map<Measure, FlameTree> flames = new EnumMap<>(Measure.class);

    /// @param budgets that its traces must keep
    SideReader(Terminal terminal, Settings settings, StretchOptions stretch, List<Budget> budgets) {
        this.budgets = budgets;
        this.terminal = terminal;
        this.settings = settings;
        this.stretch = stretch;
    }

    /// @param given a file, a folder or a pattern, as the user wrote it
    /// @throws IOException when there is no trace in it, or the only file is none; the message names the file
    Read read(String given) throws IOException {
        SideFiles files = SideFiles.of(given);
        for (String file : files.files()) {
            try {
                new Traces(file, terminal).forEach(use());
            } catch (OutputException e) {
                throw e;
            } catch (IOException e) {
                String sentence = file + ": " + OutputException.reason(e);
                if (!files.several()) {
                    throw new IOException(sentence, e);
                }
                terminal.complain(sentence + (e instanceof TraceFormatException ? " (left out)" : ""));
            }
        }
        if (figures.isEmpty()) {
            throw new IOException(given + ": no trace in it can be read");
        }
        return new Read(new Side(figures), flames, uses);
    }

    private Traces.Use use() {
        return stretch.given()
                ? EarlyWork.models((whole, _) -> stretch(whole))
                : EarlyWork.facts(false, (facts, _) -> add(facts));
    }

    private void stretch(TraceModel whole) {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                Trace cut = stretch.cut(whole, watched.progress())) {
            add(EarlyFacts.of(cut, watched.progress(), false));
        }
    }

    private void add(Facts facts) {
        Judgement judgement = Rules.judge(facts, settings);
        figures.add(FigureReader.read(facts, judgement));
        Measured measured = new Measured(facts, judgement);
        budgets.forEach(budget -> uses.add(new Budgeted(facts.model().trace().name(), budget.in(measured))));
        FlameSource source = new FlameSource(facts.model());
        TimeRange all = new TimeRange(0, facts.model().durationNs());
        for (Measure measure : MEASURES) {
            @Nullable
            FlameTree sum = flames.get(measure);
            FlameTree tree = source.tree(FlameQuery.of(measure, all));
            flames.put(measure, FlameSum.of(sum == null ? List.of(tree) : List.of(sum, tree), FindingKey::function));
        }
    }
}
