package org.asemeducation.stocktake.update.files;

import java.io.IOException;

/**
 * A file that is not kept. The message goes on after the file's name, as in "… is not
 * attached: it is empty."
 */
final class NotTaken extends IOException {

	NotTaken(String because) {
		super(because);
	}

	static NotTaken damaged() {
		return new NotTaken("it is damaged or did not arrive whole. Open it, save it again and attach that.");
	}

}
