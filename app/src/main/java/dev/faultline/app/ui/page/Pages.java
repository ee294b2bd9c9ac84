package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.session.Page;
import dev.faultline.app.ui.session.Session;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;

/// The pages of one trace, each built when it is first asked for.
public final class Pages {
    private final Session session;
    private final Desk desk;
    private final Map<Page, Node> built = new EnumMap<>(Page.class);

    public Pages(Session session, Desk desk) {
        this.session = session;
        this.desk = desk;
    }

    public Node get(Page page) {
        return built.computeIfAbsent(page, this::build);
    }

    private Node build(Page page) {
        return switch (page) {
            case TIMELINE -> new TimelinePage(session, desk).node();
            case FINDINGS -> new FindingsPage(session, desk).node();
            case LEAKS -> new LeaksPage(session).node();
            case SPANS -> new SpansPage(session).node();
            case FLAME -> new FlamePage(session, desk).node();
            case CHARTS -> new ChartsPage(session, desk).node();
            case TABLES -> new TablesPage(session).node();
        };
    }
}
