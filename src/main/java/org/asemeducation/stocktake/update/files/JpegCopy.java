package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG without decoding it: what makes the picture and its colours, and nothing
 * that a camera or a program has written beside it, such as the place, or behind it.
 */
final class JpegCopy {

	private static final int JFIF = 14;

	private final Source in;

	private final OutputStream out;

	private Orientation orientation = Orientation.AS_IT_LIES;

	private long width;

	private long height;

	private int components;

	private boolean exifSeen;

	JpegCopy(Source in, OutputStream out) {
		this.in = in;
		this.out = out;
	}

	Picture copy() throws IOException {
		if (this.in.nextTwo() != 0xFFD8) {
			throw NotTaken.damaged();
		}
		write(0xFFD8);
		int marker = marker();
		while (marker != 0xD9) {
			segment(marker);
			marker = (marker == 0xDA) ? scan() : marker();
		}
		write(0xFFD9);
		return Picture.of(this.width, this.height, this.orientation, this.components == 1 || this.components == 3);
	}

	private int marker() throws IOException {
		if (this.in.next() != 0xFF) {
			throw NotTaken.damaged();
		}
		int marker = this.in.next();
		while (marker == 0xFF) {
			marker = this.in.next();
		}
		return marker;
	}

	private void segment(int marker) throws IOException {
		int length = this.in.nextTwo() - 2;
		if (length < 0) {
			throw NotTaken.damaged();
		}
		byte[] payload = this.in.next(length);
		switch (marker) {
			case 0xC0, 0xC1, 0xC2 -> frame(marker, payload);
			case 0xC4, 0xDB, 0xDD -> write(marker, payload);
			case 0xDA -> {
				// refuses too many pixels before the long part
				Picture.of(this.width, this.height, this.orientation, true);
				write(marker, payload);
			}
			case 0xE0 -> {
				if (begins(payload, "JFIF\0") && length >= JFIF) {
					byte[] short14 = Arrays.copyOf(payload, JFIF);
					short14[12] = 0; // of its own thumbnail
					short14[13] = 0;
					write(marker, short14);
				}
			}
			case 0xE1 -> {
				if (begins(payload, "Exif\0") && !this.exifSeen) {
					exif(payload);
				}
			}
			case 0xE2 -> {
				if (begins(payload, "ICC_PROFILE\0")) {
					write(marker, payload);
				}
			}
			case 0xEE -> {
				if (begins(payload, "Adobe") && length >= 12) {
					write(marker, Arrays.copyOf(payload, 12));
				}
			}
			default -> leaveOut(marker);
		}
	}

	private static void leaveOut(int marker) throws NotTaken {
		boolean application = marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
		if (!application) {
			throw new NotTaken("it is a JPEG that few programs can show. Open it, save it again and attach that.");
		}
	}

	private void exif(byte[] payload) throws IOException {
		this.exifSeen = true;
		this.orientation = Orientation.of(Arrays.copyOfRange(payload, Math.min(6, payload.length), payload.length));
		if (this.orientation.turnsAnything()) {
			byte[] tiff = this.orientation.tiff();
			byte[] mine = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), 6 + tiff.length);
			System.arraycopy(tiff, 0, mine, 6, tiff.length);
			write(0xE1, mine);
		}
	}

	private void frame(int marker, byte[] payload) throws IOException {
		if (payload.length < 6 || this.width > 0) {
			throw NotTaken.damaged();
		}
		this.height = (payload[1] & 0xFF) << 8 | payload[2] & 0xFF;
		this.width = (payload[3] & 0xFF) << 8 | payload[4] & 0xFF;
		this.components = payload[5] & 0xFF;
		write(marker, payload);
	}

	/** The picture itself, up to the next marker that means something. */
	private int scan() throws IOException {
		while (true) {
			this.in.copyUntil(0xFF, this.out);
			int marker = this.in.next();
			while (marker == 0xFF) {
				marker = this.in.next();
			}
			if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
				return marker;
			}
			write(0xFF00 | marker);
		}
	}

	private void write(int two) throws IOException {
		this.out.write(two >> 8);
		this.out.write(two);
	}

	private void write(int marker, byte[] payload) throws IOException {
		write(0xFF00 | marker);
		write(payload.length + 2);
		this.out.write(payload);
	}

	private static boolean begins(byte[] payload, String with) {
		return new String(payload, 0, Math.min(payload.length, with.length()), StandardCharsets.ISO_8859_1)
			.equals(with);
	}

}
