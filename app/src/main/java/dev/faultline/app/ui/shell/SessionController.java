package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.EarlyView;
import dev.faultline.views.fx.LowPriority;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.row.Thing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// An open trace: the page in the middle, details below it, findings at the right.
final class SessionController {
    private static final double FINDINGS_WIDTH = 362;
    private static final double DETAILS_HEIGHT = 184;

    private final Session session;
    private final WindowActions actions;
    /// Each page is built when it is first shown.
    private final Map<PageKey, Node> builtPages = new EnumMap<>(PageKey.class);
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
    SessionController(WindowActions actions, Session session) {
        this.session = session;
        this.actions = actions;
        session.findings().stateProperty().subscribe(this::prepare);
        node = Fxml.load("session.fxml", this);
    }

    Node node() {
        return node;
    }

    /// Prepares what details need once the rules are done with the CPUs.
    private void prepare(FindingList.State state) {
        if (state != FindingList.State.CHECKING) {
            new Question<Boolean>(session, "look up").ask(() -> {
                LowPriority.lowerThisThread();
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
        showFirst();
        StaggeredBuild.run(session, List.of(() -> session.pageProperty().subscribe(page -> arrange()),
                () -> session.selection().selectedProperty().subscribe(selected -> arrange()),
                () -> details.getChildren().setAll(new DetailsController(session).node()),
                () -> findings.getChildren().setAll(new FindingsController(session, actions).node())));
        across.widthProperty().subscribe(width -> placeOnce(across, width.doubleValue(), FINDINGS_WIDTH));
        down.heightProperty().subscribe(height -> placeOnce(down, height.doubleValue(), DETAILS_HEIGHT));
    }

    /// Goes on showing what was seen of the trace while it was read until the page is built.
    private void showFirst() {
        EarlyPicture early = session.early();
        if (early != null) {
            var view = new EarlyView();
            view.setPalette(ThemeColours.palette(actions.preferences().themeProperty().get()));
            view.show(early);
            pages.getChildren().setAll(view);
        }
    }

    private void arrange() {
        Page page = Page.of(session.pageProperty().get());
        Node shown = builtPages.computeIfAbsent(page.key(),
                _ -> page.factory().apply(session, actions));
        // nodes that are added again get their styles again, which is slow
        if (!pages.getChildren().equals(List.of(shown))) {
            pages.getChildren().setAll(shown);
        }
        show(across, findings, page.key() != PageKey.FINDINGS, FINDINGS_WIDTH);
        boolean selected = !(session.selection().selected() instanceof Thing.None);
        show(down, details, switch (page.details()) {
            case ALWAYS -> true;
            case WHEN_SELECTED -> selected;
            case NEVER -> false;
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
