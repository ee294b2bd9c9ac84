package dev.faultline.views.graphics;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints on paper or into a picture. Letters that a typeface lacks are taken from the fallback face.
public final class GraphicsSurface implements Surface {
    /// Fractional metrics: widths on paper do not depend on a screen's pixels.
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final double STRIPE_PX = 5;

    private final Graphics2D g;
    private final Palette palette;
    private @Nullable Shape unclipped;

    /// Paints in the light palette, as on paper.
    public GraphicsSurface(Graphics2D g) {
        this(g, Palette.light());
    }

    public GraphicsSurface(Graphics2D g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /// Measures texts only.
    public static Surface measure() {
        return new GraphicsSurface(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    }

    @Override
    public void fill(Box box, Role role) {
        g.setColor(colour(role));
        g.fill(shape(box));
    }

    @Override
    public void tint(Box box, Role role, double strength) {
        g.setColor(mixed(colour(role), colour(Role.BACKGROUND), strength));
        g.fill(shape(box));
    }

    private static Color mixed(Color ink, Color paper, double share) {
        return new Color(mixed(ink.getRed(), paper.getRed(), share), mixed(ink.getGreen(), paper.getGreen(), share),
                mixed(ink.getBlue(), paper.getBlue(), share));
    }

    private static int mixed(int ink, int paper, double share) {
        return (int) Math.round(ink * share + paper * (1 - share));
    }

    @Override
    public void hatch(Box box, Role role) {
        g.setColor(colour(Role.BACKGROUND));
        g.fill(shape(box));
        stripes(box, role);
        frame(box, role, 0.8);
    }

    @Override
    public void stripes(Box box, Role role) {
        Shape before = g.getClip();
        g.clip(shape(box));
        g.setColor(colour(role));
        g.setStroke(new BasicStroke(1.4f));
        Path2D stripes = new Path2D.Double();
        for (double x = box.x() - box.height(); x < box.right(); x += STRIPE_PX) {
            stripes.moveTo(x, box.bottom());
            stripes.lineTo(x + box.height(), box.y());
        }
        g.draw(stripes);
        g.setClip(before);
    }

    @Override
    public void frame(Box box, Role role, double width) {
        g.setColor(colour(role));
        g.setStroke(new BasicStroke((float) width));
        g.draw(shape(box.inset(width / 2)));
    }

    @Override
    public void line(Line line, Role role, double width) {
        g.setColor(colour(role));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
    }

    @Override
    public void triangle(Box box, Role role) {
        Path2D path = new Path2D.Double();
        path.moveTo(box.x(), box.y());
        path.lineTo(box.right(), box.y());
        path.lineTo(box.x() + box.width() / 2, box.bottom());
        path.closePath();
        g.setColor(colour(role));
        g.fill(path);
    }

    @Override
    public void text(Label label, Role role) {
        String text = Printable.of(label.text());
        double x = switch (label.align()) {
            case LEFT -> label.x();
            case MIDDLE -> label.x() - width(text, label.style()) / 2;
            case RIGHT -> label.x() - width(text, label.style());
        };
        g.setColor(colour(role));
        for (Run run : runs(text, face(label.style()))) {
            Font font = run.face().size((float) label.style().size());
            g.setFont(font);
            g.drawString(run.text(), (float) x, (float) label.baseline());
            x += font.getStringBounds(run.text(), METRICS).getWidth();
        }
    }

    @Override
    public double width(String text, TextStyle style) {
        double width = 0;
        for (Run run : runs(Printable.of(text), face(style))) {
            width += run.face().size((float) style.size()).getStringBounds(run.text(), METRICS).getWidth();
        }
        return width;
    }

    @Override
    public void clip(Box box) {
        unclipped = g.getClip();
        g.clip(shape(box));
    }

    @Override
    public void unclip() {
        g.setClip(unclipped);
    }

    private Color colour(Role role) {
        return new Color(palette.argb(role), true);
    }

    private static Shape shape(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    private static Fonts face(TextStyle style) {
        return style.monospaced() ? Fonts.MONO : style.bold() ? Fonts.SANS_BOLD : Fonts.SANS;
    }

    /// A piece of text in one typeface.
    private record Run(String text, Fonts face) {}

    private static List<Run> runs(String text, Fonts wanted) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        Fonts face = wanted;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Fonts here = Fonts.facing(text.codePointAt(i), wanted);
            if (here != face) {
                if (i > from) {
                    runs.add(new Run(text.substring(from, i), face));
                }
                from = i;
                face = here;
            }
        }
        if (from < text.length()) {
            runs.add(new Run(text.substring(from), face));
        }
        return runs;
    }
}
