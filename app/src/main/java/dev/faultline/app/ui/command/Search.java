package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.app.ui.text.FunctionUse;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds goroutines, functions, tasks, findings and commands by what the user types.
public final class Search {
    private static final int PER_KIND = 8;
    private static final Pattern NUMBER = Pattern.compile("(?:g\\s*|#)?(\\d+)");

    private final WindowActions actions;
    private final Commands commands;
    private @Nullable Session searched;
    private @Nullable Question<List<Hit>> asking;

    public Search(WindowActions actions, Commands commands) {
        this.actions = actions;
        this.commands = commands;
    }

    /// Everything that fits, the likeliest first: what the number names, findings, times, tables, events, groups, tasks, functions,
    /// places, regions, log messages, pauses, commands. On
    /// a large trace hits from the trace itself arrive a moment later.
    ///
    /// @param query as typed; empty lists the findings and commands
    /// @param found takes what fits, once or twice
    public void find(String query, Consumer<List<Hit>> found) {
        String words = query.strip().toLowerCase(Locale.ROOT);
        var before = new ArrayList<Hit>();
        var behind = new ArrayList<Hit>();
        commands.all().stream().filter(c -> c.enabled().get() && matches(c.label(), words))
                .forEach(c -> behind.add(new Hit("command", c.label(), c.keyText(), c::run)));
        Session session = actions.workspace().session().orElse(null);
        if (session == null) {
            found.accept(behind);
            return;
        }
        OptionalLong number = number(words);
        number.ifPresent(id -> goroutine(session, id, before));
        findings(session, words, before);
        TraceHits more = new TraceHits(session, words);
        if (!words.isEmpty()) {
            before.addAll(more.quick());
        }
        Question<List<Hit>> question = asked(session);
        if (words.isEmpty()) {
            question.drop();
            found.accept(joined(before, List.of(), behind));
            return;
        }
        if (!Question.small(session)) {
            found.accept(joined(before, List.of(), behind));
        }
        question.ask(() -> {
            List<Hit> hits = inTrace(session, words, number);
            hits.addAll(more.thorough());
            return hits;
        },
                inTrace -> found.accept(joined(before, inTrace, behind)));
    }

    /// The question of this trace; an answer about another one is not wanted any more.
    private Question<List<Hit>> asked(Session session) {
        Question<List<Hit>> known = asking;
        if (known == null || session != searched) {
            if (known != null) {
                known.drop();
            }
            known = new Question<>(session, "search");
            asking = known;
            searched = session;
        }
        return known;
    }

    private static List<Hit> joined(List<Hit> before, List<Hit> inTrace, List<Hit> behind) {
        var all = new ArrayList<>(before);
        all.addAll(inTrace);
        all.addAll(behind);
        return all;
    }

    private List<Hit> inTrace(Session session, String words, OptionalLong number) {
        var hits = new ArrayList<Hit>();
        number.ifPresent(id -> Optional.ofNullable(session.lookup().task(id))
                .ifPresent(task -> hits.add(task(session, task))));
        groups(session, words, hits);
        tasks(session, words, hits);
        functions(session, words, hits);
        return hits;
    }

    private static OptionalLong number(String words) {
        Matcher number = NUMBER.matcher(words);
        try {
            return number.matches() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static void goroutine(Session session, long id, List<Hit> hits) {
        Goroutines goroutines = session.model().goroutines();
        int index = goroutines.indexOf(id);
        if (index >= 0) {
            hits.add(jump(session, "goroutine", Names.goroutineWithFunction(session.model(), index),
                    "lifetime " + Units.duration(goroutines.endNs(index) - goroutines.bornNs(index)),
                    new Thing.Goroutine(index, -1)));
        }
    }

    private static void findings(Session session, String words, List<Hit> hits) {
        session.findings().shown().stream().filter(f -> matches(f.id() + " " + f.summary(), words)).limit(PER_KIND)
                .forEach(f -> hits.add(finding(session, f)));
    }

    private static Hit finding(Session session, Finding finding) {
        return new Hit("finding", finding.id() + ": " + finding.summary(), finding.severity().label(),
                () -> session.jump(new Jump.ToEvidence(finding)));
    }

    private static void groups(Session session, String words, List<Hit> hits) {
        List<GoroutineGroup> fits = session.model().groups().stream().filter(group -> matches(group.name(), words))
                .toList();
        fits.stream().limit(PER_KIND).forEach(group -> hits.add(group(session, group)));
        more(session, "groups", fits.size(), words, Tables.GROUPS, "entry-function", hits);
    }

    /// Leads to all of what is found where not all is listed.
    private static void more(Session session, String what, int found, String words, String table, String column,
            List<Hit> hits) {
        if (found > PER_KIND) {
            hits.add(new Hit("more", "all " + Units.count(found) + " " + what + " with \u201c" + words + "\u201d",
                    table,
                    () -> session.jump(new TableJump(table, column + ":\"*" + words.replace(" ", "*") + "*\""))));
        }
    }

    private static Hit group(Session session, GoroutineGroup group) {
        return jump(session, "goroutines", group.name(), Units.count(group.members().size(), "goroutine"),
                new Thing.Group(group));
    }

    private static void tasks(Session session, String words, List<Hit> hits) {
        int found = 0;
        Tasks all = session.model().tasks();
        for (int t = 0; t < all.size(); t++) {
            if (matches(Names.task(all.name(t), all.id(t)), words) && ++found <= PER_KIND) {
                hits.add(task(session, all.get(t)));
            }
        }
        more(session, "tasks", found, words, Tables.TASKS, "name", hits);
        session.facts().runs().inferred().stream().filter(run -> matches(run.name(), words))
                .sorted(Comparator.comparingLong(Run::durationNs).reversed()).limit(PER_KIND)
                .forEach(run -> hits.add(jump(session, run.kind().marked(), run.name(),
                        Units.duration(run.durationNs()) + (run.ended() ? "" : ", not ended"),
                        new Thing.InferredRun(run))));
    }

    private static Hit task(Session session, Task task) {
        return jump(session, "task", Names.task(task),
                Names.taskTime(task), new Thing.UserTask(task));
    }

    private void functions(Session session, String words, List<Hit> hits) {
        Stacks stacks = session.trace().stacks();
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < stacks.frameCount(); i++) {
            Frame frame = stacks.frame(i);
            if (matches(frame.function(), words) && seen.add(frame.function()) && seen.size() <= PER_KIND) {
                hits.add(new Hit("function", frame.function(), "longest span", () -> longest(session, frame)));
            }
        }
        more(session, "functions", seen.size(), words, Tables.STACKS, "frame", hits);
    }

    private void longest(Session session, Frame frame) {
        new Question<Optional<Thing.Goroutine>>(session, "longest span").ask(
                () -> FunctionUse.longest(session.model(), frame.function()),
                longest -> longest.ifPresentOrElse(span -> session.jump(new Jump.ToThing(span)),
                        () -> actions
                                .say("No span starts in " + frame.function() + "; it occurs only in other stacks.")));
    }

    private static Hit jump(Session session, String kind, String title, String detail, Thing target) {
        return new Hit(kind, title, detail, () -> session.jump(new Jump.ToThing(target)));
    }

    /// Whether every word occurs.
    static boolean matches(String text, String words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words.split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
