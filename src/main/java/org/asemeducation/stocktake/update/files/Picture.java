package org.asemeducation.stocktake.update.files;

/**
 * What is known of a picture without decoding it.
 *
 * @param width in pixels, as it lies
 * @param height in pixels, as it lies
 * @param orientation how it is turned before it is shown
 * @param readable whether Java can decode it
 */
record Picture(long width, long height, Orientation orientation, boolean readable) {

	/** Of one picture: what a phone takes at its best. */
	static final long MOST_PIXELS = 64_000_000;

	Picture {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("A picture of %d by %d pixels is none.".formatted(width, height));
		}
	}

	static Picture of(long width, long height, Orientation orientation, boolean readable) throws NotTaken {
		if (width < 1 || height < 1) {
			throw NotTaken.damaged();
		}
		if (width * height > MOST_PIXELS) {
			throw new NotTaken("it has %,d by %,d pixels, more than the %d million that are taken. Make it smaller."
				.formatted(width, height, MOST_PIXELS / 1_000_000));
		}
		return new Picture(width, height, orientation, readable);
	}

	int shownWidth() {
		return (int) (this.orientation.swapsSides() ? this.height : this.width);
	}

	int shownHeight() {
		return (int) (this.orientation.swapsSides() ? this.width : this.height);
	}

}
