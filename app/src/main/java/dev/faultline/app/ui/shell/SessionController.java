package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.page.Pages;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Page;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.Aside;
import dev.faultline.views.fx.Selected;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// An open trace: the page in the middle, what is selected below it, the findings at the right.
final class SessionController {
    private static final double FINDINGS_WIDTH = 362;
    private static final double DETAILS_HEIGHT = 184;

    private final Session session;
    private final Desk desk;
    private final Pages builtPages;
    private final StackPane details = new StackPane();
    private final StackPane findings = new StackPane();
    private final Node node;

    @FXML
    private SplitPane across;
    @FXML
    private SplitPane down;
    @FXML
    private StackPane pages;

    @SuppressWarnings("NullAway.Init")
    SessionController(Desk desk, Session session) {
        this.session = session;
        builtPages = new Pages(session, desk);
        this.desk = desk;
        session.findings().stateProperty().subscribe(this::prepare);
        node = Fxml.load("session.fxml", this);
    }

    Node node() {
        return node;
    }

    /// What details will ask for is made when the rules have no more use for the processors.
    private void prepare(FindingList.State state) {
        if (state != FindingList.State.CHECKING) {
            new Question<Boolean>(session, "look up").ask(() -> {
                Aside.standBack();
                session.lookup().prepare();
                return true;
            }, done -> session.keepIndex());
        }
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(details, false);
        SplitPane.setResizableWithParent(findings, false);
        across.getItems().add(findings);
        down.getItems().add(details);
        Steps.run(session, List.of(() -> session.pageProperty().subscribe(page -> arrange()),
                () -> session.selection().selectedProperty().subscribe(selected -> arrange()),
                () -> details.getChildren().setAll(new DetailsController(session).node()),
                () -> findings.getChildren().setAll(new FindingsController(session, desk).node())));
        across.widthProperty().subscribe(width -> placeOnce(across, width.doubleValue(), FINDINGS_WIDTH));
        down.heightProperty().subscribe(height -> placeOnce(down, height.doubleValue(), DETAILS_HEIGHT));
    }

    private void arrange() {
        Page page = session.pageProperty().get();
        Node shown = builtPages.get(page);
        // what is put in anew gets its styles anew, which takes long
        if (!pages.getChildren().equals(List.of(shown))) {
            pages.getChildren().setAll(shown);
        }
        show(across, findings, page != Page.FINDINGS, FINDINGS_WIDTH);
        boolean selected = !(session.selection().selected() instanceof Selected.None);
        show(down, details, switch (page) {
            case TIMELINE -> true;
            case LEAKS, SPANS, TABLES -> selected;
            case FINDINGS, FLAME, CHARTS -> false;
        }, DETAILS_HEIGHT);
    }

    private static void show(SplitPane pane, Node node, boolean wanted, double size) {
        if (wanted && !pane.getItems().contains(node)) {
            pane.getItems().add(node);
            double length = pane.getOrientation() == javafx.geometry.Orientation.HORIZONTAL
                    ? pane.getWidth()
                    : pane.getHeight();
            pane.getProperties().remove(PLACED);
            placeOnce(pane, length, size);
        } else if (!wanted) {
            pane.getItems().remove(node);
        }
    }

    private static final String PLACED = "faultline.placed";

    /// Gives the last part its size when the whole is first laid out; afterwards the user decides.
    private static void placeOnce(SplitPane pane, double length, double size) {
        if (length > 0 && pane.getItems().size() > 1 && pane.getProperties().put(PLACED, true) == null) {
            pane.setDividerPosition(0, Math.max(0.3, 1 - size / length));
        }
    }
}
