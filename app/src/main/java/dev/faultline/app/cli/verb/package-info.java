/// What the verbs have in common: the traces that a file holds, their models, and exit codes.
@NullMarked
package dev.faultline.app.cli.verb;

import org.jspecify.annotations.NullMarked;
