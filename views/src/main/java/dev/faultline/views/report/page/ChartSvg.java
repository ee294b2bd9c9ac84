package dev.faultline.views.report.page;

import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.report.content.Picture;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// A chart as elements of SVG. Colours of the light palette are replaced by their roles, so that they follow the reader's.
final class ChartSvg {
    /// What of the library's output makes a difference here.
    private static final Set<String> KEPT = Set.of("d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width",
            "height", "points", "transform", "fill", "stroke", "stroke-width", "fill-opacity", "stroke-opacity",
            "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size", "font-weight", "clip-path", "id",
            "clipPathUnits");
    private static final Map<String, String> SOLID = new HashMap<>();
    private static final Map<String, String> TINTED = new HashMap<>();
    private static final Map<String, Role> ROLES = new HashMap<>();

    static {
        ChartTheme theme = new ChartTheme(Palette.light(), Fonts.SANS.size(9));
        for (Role role : Role.values()) {
            SOLID.putIfAbsent(text(theme.of(role)), Colours.name(role));
            TINTED.putIfAbsent(text(theme.tint(role)), Colours.name(role));
            ROLES.put(Colours.name(role), role);
        }
    }

    private final Set<Role> roles;

    private ChartSvg(Set<Role> roles) {
        this.roles = roles;
    }

    /// Adds the elements of a chart.
    ///
    /// @param number of the picture, tells apart the names of what is referred to
    /// @param roles gathers the roles whose colours are used
    static void add(Html svg, JFreeChart chart, Picture picture, int number, Set<Role> roles) {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument("http://www.w3.org/2000/svg",
                "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return "c" + number + "-" + super.generateID(prefix);
            }
        });
        context.setPrecision(2);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(picture.width()), (int) Math.ceil(picture.height())));
        chart.draw(g, new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
        ChartSvg copy = new ChartSvg(roles);
        copy.children(svg, g.getRoot());
        g.dispose();
    }

    private void children(Html into, Element from) {
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                // an element that holds nothing shows nothing
                if (element.getTagName().equals("g") && !element.hasChildNodes()
                        || element.getTagName().equals("defs") && !element.hasChildNodes()) {
                    continue;
                }
                Html made = into.add(element.getTagName());
                attributes(made, element);
                children(made, element);
            } else if (child.getNodeType() == Node.TEXT_NODE && from.getTagName().equals("text")) {
                into.text(child.getNodeValue());
            }
        }
    }

    private void attributes(Html made, Element element) {
        NamedNodeMap attributes = element.getAttributes();
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            String named = coloured(name, value);
            if (named != null) {
                classes.append(classes.isEmpty() ? "" : " ").append(named);
            } else if (KEPT.contains(name) && !(name.equals("id") && element.getTagName().equals("defs"))) {
                made.rawWith(name, value);
            }
        }
        if (!classes.isEmpty()) {
            made.rawWith("class", classes.toString());
        }
    }

    private @Nullable String coloured(String name, String value) {
        for (Map<String, String> known : List.of(SOLID, TINTED)) {
            String role = known.get(value);
            if (role != null && (name.equals("fill") || name.equals("stroke"))) {
                roles.add(Objects.requireNonNull(ROLES.get(role)));
                return name.equals("stroke") ? "o" + role : (known == SOLID ? "f" : "t") + role;
            }
        }
        return null;
    }

    private static String text(Color colour) {
        if (colour.equals(Color.WHITE)) {
            return "white";
        }
        if (colour.equals(Color.BLACK)) {
            return "black";
        }
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }
}
