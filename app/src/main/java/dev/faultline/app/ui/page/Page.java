package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import javafx.scene.Node;

/// A page of an open trace. A new page is a key, its class, and a line in [#ALL].
///
/// @param key which one it is
/// @param title as the rail and the menu call it
/// @param details when the details of what is selected are below it
/// @param factory builds it
/// @param count the number beside its title in the rail
public record Page(PageKey key, String title, Details details, BiFunction<Session, WindowActions, Node> factory,
        PageCount.Source count) {
    /// All pages, in the order of the rail.
    public static final List<Page> ALL = List.of(
            new Page(PageKey.TIMELINE, "Timeline", Details.ALWAYS,
                    (session, actions) -> new TimelinePage(session, actions).node(), PageCount.NONE),
            new Page(PageKey.FINDINGS, "Findings", Details.NEVER,
                    (session, actions) -> new FindingsPage(session, actions).node(), PageCount::findings),
            new Page(PageKey.LEAKS, "Leaks", Details.WHEN_SELECTED,
                    (session, actions) -> new LeaksPage(session, actions).node(),
                    PageCount::leaks),
            new Page(PageKey.SPANS, "Spans", Details.WHEN_SELECTED,
                    (session, actions) -> new SpansPage(session, actions).node(),
                    PageCount::tasks),
            new Page(PageKey.FLAME, "Flame", Details.NEVER,
                    (session, actions) -> new FlamePage(session, actions).node(), PageCount.NONE),
            new Page(PageKey.CHARTS, "Charts", Details.NEVER,
                    (session, actions) -> new ChartsPage(session, actions).node(), PageCount.NONE),
            new Page(PageKey.TABLES, "Tables", Details.WHEN_SELECTED,
                    (session, actions) -> new TablesPage(session, actions).node(),
                    PageCount.NONE),
            new Page(PageKey.NOTES, "Notes", Details.NEVER,
                    (session, actions) -> new NotesPage(session, actions).node(), PageCount::notes));

    /// When a page has the details pane below it.
    public enum Details {
        ALWAYS, WHEN_SELECTED, NEVER
    }

    /// The page of a key.
    public static Page of(PageKey key) {
        return ALL.stream().filter(page -> page.key() == key).findFirst().orElseThrow(NoSuchElementException::new);
    }

    /// The titles of all pages.
    public static SequencedMap<PageKey, String> titles() {
        SequencedMap<PageKey, String> titles = new LinkedHashMap<>();
        ALL.forEach(page -> titles.put(page.key(), page.title()));
        return titles;
    }
}
