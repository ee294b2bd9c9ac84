package dev.faultline.views.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colors of all roles, read from `palette.css`: variables of a light block (`.root`), a dark block
/// (`.root.dark`) and one of high contrast (`.root.contrast`). A role without a color is an error at start, not a black spot later.
public final class Palette {
    private static final String FILE = "palette.css";
    private static final Pattern BLOCK = Pattern.compile("(\\.root(?:\\.(?:dark|contrast))?)\\s*\\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("(-fl-[a-z-]+):\\s*#([0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?);");

    private static final Palette LIGHT = read(".root");
    private static final Palette DARK = read(".root.dark");
    private static final Palette CONTRAST = read(".root.contrast");

    /// By the roles' numbers.
    private final int[] argb;

    private Palette(int[] argb) {
        this.argb = argb;
    }

    public static Palette light() {
        return LIGHT;
    }

    public static Palette dark() {
        return DARK;
    }

    /// Light on black, with more contrast.
    public static Palette contrast() {
        return CONTRAST;
    }

    /// The style sheet itself, for the controls of a JavaFX scene; the style class `dark` or `contrast` on the scene's
    /// root takes that block.
    public static URL styleSheet() {
        return Objects.requireNonNull(Palette.class.getResource(FILE), FILE);
    }

    /// A role's colour as `0xAARRGGBB`.
    public int argb(Role role) {
        return argb[role.ordinal()];
    }

    private static Palette read(String block) {
        Matcher blocks = BLOCK.matcher(text());
        while (blocks.find()) {
            if (blocks.group(1).equals(block)) {
                return parse(blocks.group(2));
            }
        }
        throw new IllegalStateException(FILE + " has no block " + block);
    }

    private static Palette parse(String body) {
        int[] colours = new int[Role.values().length];
        Matcher m = COLOUR.matcher(body);
        Map<String, String> values = new HashMap<>();
        while (m.find()) {
            values.put(m.group(1), m.group(2));
        }
        for (Role role : Role.values()) {
            // kinds of a state may share its colour: their patterns tell them apart
            String hex = values.getOrDefault(role.variable(), values.get(role.family().variable()));
            if (hex == null) {
                throw new IllegalStateException(FILE + " has no colour " + role.variable());
            }
            int alpha = hex.length() == 8 ? Integer.parseInt(hex.substring(6), 16) : 255;
            colours[role.ordinal()] = alpha << 24 | Integer.parseInt(hex.substring(0, 6), 16);
        }
        return new Palette(colours);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Palette.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
