package dev.faultline.views.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @Test
    void coloursComeFromTheStyleSheet() {
        assertEquals(0xFF2FA36B, Palette.light().argb(Role.RUNNING));
        assertEquals(0xFF0D1117, Palette.dark().argb(Role.BACKGROUND));
        assertEquals(0x14, Palette.light().argb(Role.HOVER) >>> 24);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void waitsDifferFromTheirBackground(Role role) {
        if (role.waits()) {
            for (Palette p : new Palette[]{Palette.light(), Palette.dark(), Palette.contrast()}) {
                assertTrue(contrast(p.argb(role), p.argb(Role.BACKGROUND)) > 1.3, role + " is too faint");
            }
        }
    }

    private static double contrast(int a, int b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * channel(argb >> 16) + 0.7152 * channel(argb >> 8) + 0.0722 * channel(argb);
    }

    private static double channel(int value) {
        return Math.pow((value & 0xFF) / 255.0, 2.2);
    }
}
