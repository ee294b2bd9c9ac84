/// The program: [Main] decides between the command line and the window.
@NullMarked
package dev.faultline.app;

import org.jspecify.annotations.NullMarked;
