package dev.faultline.app.ui.text;

import dev.faultline.views.paint.Role;
import java.util.List;

/// The content of the details pane for a selected thing.
///
/// @param title what it is: `G 11 waiting for the network`
/// @param amount its duration or size for the badge, empty when it has none
/// @param role colour of the badge
/// @param facts in reading order
/// @param stacks the telling one first
public record Details(String title, String amount, Role role, List<Fact> facts, List<NamedStack> stacks) {
    public Details {
        facts = List.copyOf(facts);
        stacks = List.copyOf(stacks);
    }
}
