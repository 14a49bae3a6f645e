package org.asemeducation.stocktake.update.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a picture is to be turned before it is shown: all that is kept of what a camera
 * writes about it (Exif).
 *
 * @param value 1 as it lies; 2 to 8 mirrored or turned
 */
record Orientation(int value) {

	static final Orientation AS_IT_LIES = new Orientation(1);

	private static final int TAG = 0x0112;

	private static final int SHORT = 3;

	private static final int MARK = 42;

	private static final int HEADER = 8;

	private static final int FIELD = 12;

	/**
	 * Reads it from a TIFF structure, as Exif is one.
	 * @param tiff its bytes
	 * @return as it lies, when nothing else is said in a way that can be read
	 */
	static Orientation of(byte[] tiff) {
		if (tiff.length < HEADER) {
			return AS_IT_LIES;
		}
		ByteBuffer bytes = ByteBuffer.wrap(tiff)
			.order((tiff[0] == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = bytes.getInt(4);
		if (bytes.getShort(2) != MARK || directory < HEADER || directory > tiff.length - 2) {
			return AS_IT_LIES;
		}
		int fields = bytes.getShort(directory) & 0xFFFF;
		for (int number = 0; number < fields; number++) {
			int field = directory + 2 + number * FIELD;
			if (field + FIELD > tiff.length) {
				return AS_IT_LIES;
			}
			if ((bytes.getShort(field) & 0xFFFF) == TAG && bytes.getShort(field + 2) == SHORT) {
				int value = bytes.getShort(field + 8);
				return (value >= 1 && value <= 8) ? new Orientation(value) : AS_IT_LIES;
			}
		}
		return AS_IT_LIES;
	}

	boolean turnsAnything() {
		return this.value != 1;
	}

	boolean swapsSides() {
		return this.value >= 5;
	}

	/** A TIFF structure that says this and nothing else. */
	byte[] tiff() {
		return ByteBuffer.allocate(26)
			.put(new byte[] { 'M', 'M' })
			.putShort((short) MARK)
			.putInt(HEADER)
			.putShort((short) 1)
			.putShort((short) TAG)
			.putShort((short) SHORT)
			.putInt(1)
			.putShort((short) this.value)
			.putShort((short) 0)
			.putInt(0)
			.array();
	}

	/**
	 * Turns a picture upright.
	 * @param width as it lies
	 * @param height as it lies
	 * @return how its points move
	 */
	AffineTransform upright(double width, double height) {
		return switch (this.value) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

}
