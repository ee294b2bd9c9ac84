/// The verbs that take a trace elsewhere: a shorter or nameless trace, other tools' formats.
@NullMarked
package dev.faultline.app.cli.export;

import org.jspecify.annotations.NullMarked;
