package dev.faultline.views.fx;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A JavaFX canvas as a surface. Boxes are moved to whole px, so that edges are sharp and cost no blending.
final class FxSurface implements Surface {
    private static final int TILE = 16;
    private static final int MOST_WIDTHS = 8_192;
    private static final Map<TextStyle, Font> FONTS = fonts();

    private final GraphicsContext g;
    private final Color[] colors = new Color[Role.values().length];
    private final Map<Role, Paint> stripes = new EnumMap<>(Role.class);
    private final Map<Role, Paint> clear = new EnumMap<>(Role.class);
    private final Map<TextStyle, Map<String, Double>> widths = new EnumMap<>(TextStyle.class);
    private final Raster raster = new Raster();
    private final Veil veil = new Veil();
    private final int[] argb = new int[Role.values().length];
    private boolean batching;
    private final Text ruler = new Text();
    private final GlyphAdvances advances = new GlyphAdvances(this::whole);
    private @Nullable Paint fill;
    private @Nullable TextStyle font;

    FxSurface(GraphicsContext g, Palette palette) {
        this.g = g;
        use(palette);
    }

    /// Paints with other colours from now on.
    void use(Palette palette) {
        stripes.clear();
        for (Role role : Role.values()) {
            colors[role.ordinal()] = color(palette.argb(role));
            argb[role.ordinal()] = palette.argb(role);
        }
        for (Role role : new Role[]{Role.FRACTURE, Role.LOSS, Role.BACKGROUND}) {
            int argb = palette.argb(role);
            clear.put(role, tile(argb, argb & 0xFFFFFF));
            stripes.put(role, tile(argb, palette.argb(Role.BACKGROUND)));
        }
        raster.forget();
        begin();
    }

    /// To be called before each picture.
    void begin() {
        fill = null;
        font = null;
    }

    Color color(Role role) {
        return colors[role.ordinal()];
    }

    @Override
    public boolean batch(Box box, Object content) {
        if (raster.holds(box, content)) {
            raster.draw(g);
            return false;
        }
        raster.begin(box, content);
        batching = true;
        return true;
    }

    @Override
    public boolean strip(Box box, Object content) {
        return !batching || !raster.copy(box, content);
    }

    @Override
    public void unbatch() {
        batching = false;
        raster.end();
        raster.draw(g);
    }

    @Override
    public void fill(Box box, Role role) {
        if (batching) {
            raster.fill(box, argb[role.ordinal()]);
            return;
        }
        fillWith(color(role));
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        g.fillRect(x, y, Math.max(1, Math.rint(box.right()) - x), Math.max(1, Math.rint(box.bottom()) - y));
    }

    @Override
    public void tint(Box box, Role role, double strength) {
        fillWith(color(Role.BACKGROUND).interpolate(color(role), strength));
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        g.fillRect(x, y, Math.max(1, Math.rint(box.right()) - x), Math.max(1, Math.rint(box.bottom()) - y));
    }

    @Override
    public void hatch(Box box, Role role) {
        fillWith(stripes.getOrDefault(role, color(role)));
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        double width = Math.max(2, Math.rint(box.right()) - x);
        double height = Math.max(2, Math.rint(box.bottom()) - y);
        g.fillRect(x, y, width, height);
        frame(new Box(x, y, width, height), role, 1);
    }

    @Override
    public void stripes(Box box, Role role) {
        fillWith(clear.getOrDefault(role, color(role)));
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        g.fillRect(x, y, Math.max(2, Math.rint(box.right()) - x), Math.max(2, Math.rint(box.bottom()) - y));
    }

    @Override
    public void frame(Box box, Role role, double width) {
        g.setStroke(color(role));
        g.setLineWidth(width);
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        g.strokeRect(x + width / 2, y + width / 2, Math.max(0, Math.rint(box.right()) - x - width),
                Math.max(0, Math.rint(box.bottom()) - y - width));
    }

    @Override
    public void columns(Box box, @Nullable Role[] roles) {
        veil.draw(g, box, roles, argb);
    }

    @Override
    public void line(Line line, Role role, double width) {
        g.setStroke(color(role));
        g.setLineWidth(width);
        g.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
    }

    @Override
    public void triangle(Box box, Role role) {
        fillWith(color(role));
        double[] x = {box.x(), box.right(), box.x() + box.width() / 2};
        double[] y = {box.y(), box.y(), box.bottom()};
        g.fillPolygon(x, y, 3);
    }

    @Override
    public void text(Label label, Role role) {
        fillWith(color(role));
        if (label.style() != font) {
            font = label.style();
            g.setFont(font(font));
        }
        g.setTextAlign(switch (label.align()) {
            case LEFT -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        });
        g.fillText(label.text(), Math.rint(label.x()), Math.rint(label.baseline()));
    }

    @Override
    public double width(String text, TextStyle style) {
        return advances.width(text, style);
    }

    private double whole(String text, TextStyle style) {
        Map<String, Double> known = widths.computeIfAbsent(style, _ -> new HashMap<>());
        if (known.size() > MOST_WIDTHS) {
            known.clear();
        }
        return known.computeIfAbsent(text, t -> {
            ruler.setFont(font(style));
            ruler.setText(t);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    @Override
    public void clip(Box box) {
        g.save();
        g.beginPath();
        g.rect(Math.rint(box.x()), Math.rint(box.y()), Math.rint(box.width()), Math.rint(box.height()));
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
        begin();
    }

    static Font font(TextStyle style) {
        return Objects.requireNonNull(FONTS.get(style));
    }

    private void fillWith(Paint paint) {
        if (paint != fill) {
            fill = paint;
            g.setFill(paint);
        }
    }

    private static Map<TextStyle, Font> fonts() {
        Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
        for (TextStyle style : TextStyle.values()) {
            String family = style.monospaced() ? "DejaVu Sans Mono" : "DejaVu Sans";
            // an unknown family falls back to the system's own
            fonts.put(style, Font.font(family, style.bold() ? FontWeight.BOLD : FontWeight.NORMAL, style.size()));
        }
        return fonts;
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    /// Diagonal stripes as a tile of twice the size it is drawn with, so that they stay sharp on dense screens.
    private static Paint tile(int ink, int paper) {
        WritableImage tile = new WritableImage(TILE, TILE);
        PixelWriter pixels = tile.getPixelWriter();
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int d = (x + y) % TILE;
                double share = d < 5 ? 1 : d == 5 || d == TILE - 1 ? 0.5 : 0;
                pixels.setArgb(x, y, mix(ink, paper, share));
            }
        }
        return new ImagePattern(tile, 0, 0, TILE / 2.0, TILE / 2.0, false);
    }

    private static int mix(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            long part = Math.round((a >>> shift & 0xFF) * share + (b >>> shift & 0xFF) * (1 - share));
            mixed = mixed << 8 | (int) part;
        }
        return mixed;
    }
}
