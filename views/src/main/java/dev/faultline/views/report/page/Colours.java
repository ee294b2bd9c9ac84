package dev.faultline.views.report.page;

import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// The colours of a document as variables of CSS, for light and dark.
final class Colours {
    private Colours() {
    }

    /// What a role's variable and classes end in: `-running`.
    static String name(Role role) {
        return "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Variables of all roles in one palette.
    static String variables(Palette palette) {
        StringBuilder css = new StringBuilder();
        for (Role role : Role.values()) {
            int argb = palette.argb(role);
            css.append("--fl").append(name(role)).append(":#").append(HexFormat.of().toHexDigits(argb & 0xffffff, 6));
            if (argb >>> 24 != 0xff) {
                css.append(HexFormat.of().toHexDigits(argb >>> 24, 2));
            }
            css.append(';');
        }
        return css.toString();
    }

    /// Classes of shapes: filled, and drawn in a line.
    static String classes(Set<Role> roles) {
        StringBuilder css = new StringBuilder();
        for (Role role : roles) {
            String variable = "var(--fl" + name(role) + ")";
            css.append(".f").append(name(role)).append("{fill:").append(variable).append("}.s").append(name(role))
                    .append("{fill:none;stroke:").append(variable).append("}.t").append(name(role))
                    .append("{fill:color-mix(in srgb,").append(variable).append(" 22%,var(--fl-background))}.o")
                    .append(name(role))
                    .append("{stroke:").append(variable).append("}\n");
        }
        return css.toString();
    }
}
