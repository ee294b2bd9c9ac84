package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Switcher;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.table.TraceTables;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// All objects of a trace as tables.
final class TablesPage {
    private final Session session;
    private final Switcher node = new Switcher();
    private final TraceTables tables;

    TablesPage(Session session, WindowActions actions) {
        this.session = session;
        tables = new TraceTables(new TableHost(session, actions), node);
        node.showFirst();
        session.tableProperty().subscribe(this::jump);
    }

    Node node() {
        return node.node();
    }

    private void jump(@Nullable TableJump jump) {
        if (jump != null) {
            session.tableProperty().set(null);
            tables.show(jump.table(), jump.filter());
        }
    }
}
