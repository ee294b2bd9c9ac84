package dev.faultline.app.ui.shell;

import dev.faultline.views.fx.Drawing;
import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.graphics.PictureFile;
import dev.faultline.views.graphics.PictureKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/// A page as a picture file. What is drawn (timeline, flame graph, charts) is drawn once more, as vectors where the format
/// has them; a page of controls is copied from the screen.
final class PagePicture {
    private static final double SCREEN_SCALE = 2;

    private final Node page;
    private final List<Node> drawings = new ArrayList<>();

    private PagePicture(Node page) {
        this.page = page;
        collect(page);
    }

    /// @throws IOException when the format's library fails
    static byte[] of(Node page, PictureKind kind) throws IOException {
        return new PagePicture(content(page)).file(kind);
    }

    /// What a page that scrolls shows of, else the page.
    private static Node content(Node page) {
        for (Node node : page.lookupAll(".scroll-pane")) {
            if (node instanceof ScrollPane scroll && scroll.getContent() != null
                    && node.getLayoutBounds().getHeight() > 0.7 * page.getLayoutBounds().getHeight()
                    && node.getLayoutBounds().getWidth() > 0.7 * page.getLayoutBounds().getWidth()
                    && scroll.getContent().getLayoutBounds().getHeight() > node.getLayoutBounds().getHeight()) {
                return scroll.getContent();
            }
        }
        return page;
    }

    private void collect(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Drawing) {
            drawings.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private byte[] file(PictureKind kind) throws IOException {
        if (drawn() < 0.5 * area(page.getLayoutBounds())) {
            return copied(kind);
        }
        Bounds frame = drawings.size() == 1 ? bounds(drawings.getFirst()) : page.getLayoutBounds();
        return PictureFile.of(kind, size(frame.getWidth()), size(frame.getHeight()), g -> draw(g, frame));
    }

    private double drawn() {
        return drawings.stream().mapToDouble(node -> area(node.getLayoutBounds())).sum();
    }

    private static double area(Bounds bounds) {
        return bounds.getWidth() * bounds.getHeight();
    }

    private static int size(double px) {
        return (int) Math.max(1, Math.ceil(px));
    }

    private Bounds bounds(Node node) {
        return page.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private void draw(Graphics2D g, Bounds frame) {
        g.setColor(background());
        g.fillRect(0, 0, size(frame.getWidth()), size(frame.getHeight()));
        for (Node drawing : drawings) {
            Bounds at = bounds(drawing);
            Graphics2D own = (Graphics2D) g.create();
            own.translate(at.getMinX() - frame.getMinX(), at.getMinY() - frame.getMinY());
            ((Drawing) drawing).drawOn(own);
            own.dispose();
        }
        if (drawings.size() > 1) {
            titles(g, page);
        }
    }

    private Color background() {
        for (Node n = page; n != null; n = n.getParent()) {
            if (n instanceof Region region && region.getBackground() != null
                    && !region.getBackground().getFills().isEmpty()
                    && region.getBackground().getFills().getLast().getFill() instanceof javafx.scene.paint.Color colour
                    && colour.isOpaque()) {
                return awt(colour);
            }
        }
        return Color.WHITE;
    }

    private static Color awt(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }

    /// The texts between several drawings: headings, readings.
    private void titles(Graphics2D g, Node node) {
        if (!node.isVisible() || node instanceof Drawing) {
            return;
        }
        if (node instanceof Labeled label && label.getText() != null && !label.getText().isEmpty()
                && label.getTextFill() instanceof javafx.scene.paint.Color colour) {
            Bounds at = bounds(node);
            g.setColor(awt(colour));
            Fonts face = label.getFont().getStyle().contains("Bold") ? Fonts.SANS_BOLD : Fonts.SANS;
            g.setFont(face.size((float) label.getFont().getSize()));
            g.drawString(label.getText(), (float) at.getMinX(),
                    (float) (at.getCenterY() + 0.36 * label.getFont().getSize()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> titles(g, child));
        }
    }

    /// The page as the screen shows it.
    private byte[] copied(PictureKind kind) throws IOException {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCREEN_SCALE, SCREEN_SCALE));
        WritableImage shot = page.snapshot(how, null);
        BufferedImage image = SwingFXUtils.fromFXImage(shot, null);
        int width = size(shot.getWidth() / SCREEN_SCALE);
        int height = size(shot.getHeight() / SCREEN_SCALE);
        return PictureFile.of(kind, width, height, g -> g.drawImage(image, 0, 0, width, height, null));
    }
}
