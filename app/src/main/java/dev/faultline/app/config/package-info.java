/// What a user keeps between runs for the command line and the window alike.
@NullMarked
package dev.faultline.app.config;

import org.jspecify.annotations.NullMarked;
