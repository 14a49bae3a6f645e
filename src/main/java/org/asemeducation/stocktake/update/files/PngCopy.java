package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Copies a PNG without decoding it: the picture and its colours, no texts, no place, no
 * time, nothing behind its end.
 */
final class PngCopy {

	private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB",
			"iCCP", "sBIT", "bKGD", "pHYs", "cICP");

	private static final int MOST_EXIF = 1 << 20;

	private final Source in;

	private final OutputStream out;

	private Orientation orientation = Orientation.AS_IT_LIES;

	private long width;

	private long height;

	private boolean drawn;

	PngCopy(Source in, OutputStream out) {
		this.in = in;
		this.out = out;
	}

	Picture copy() throws IOException {
		this.out.write(this.in.next(8));
		String type = "";
		while (!type.equals("IEND")) {
			long length = this.in.nextFour();
			type = new String(this.in.next(4), StandardCharsets.ISO_8859_1);
			if (this.width == 0 && !type.equals("IHDR")) {
				throw NotTaken.damaged();
			}
			chunk(type, length);
		}
		if (!this.drawn) {
			throw NotTaken.damaged();
		}
		return Picture.of(this.width, this.height, this.orientation, true);
	}

	private void chunk(String type, long length) throws IOException {
		if (type.equals("IHDR")) {
			head(length);
		}
		else if (KEPT.contains(type)) {
			this.drawn |= type.equals("IDAT");
			begin(type, length);
			CheckedOutputStream checked = checked(type);
			this.in.copy(length, checked);
			end(checked.getChecksum().getValue());
		}
		else if (type.equals("eXIf") && length <= MOST_EXIF) {
			exif(this.in.next((int) length));
		}
		else if (Character.isUpperCase(type.charAt(0))) {
			throw NotTaken.damaged();
		}
		else {
			this.in.skip(length + 4);
		}
	}

	private void head(long length) throws IOException {
		if (length != 13 || this.width > 0) {
			throw NotTaken.damaged();
		}
		byte[] head = this.in.next(13);
		this.width = ByteBuffer.wrap(head).getInt(0) & 0xFFFFFFFFL;
		this.height = ByteBuffer.wrap(head).getInt(4) & 0xFFFFFFFFL;
		Picture.of(this.width, this.height, this.orientation, true);
		begin("IHDR", length);
		CheckedOutputStream checked = checked("IHDR");
		checked.write(head);
		end(checked.getChecksum().getValue());
	}

	private void exif(byte[] tiff) throws IOException {
		this.in.skip(4);
		this.orientation = Orientation.of(tiff);
		if (this.orientation.turnsAnything()) {
			byte[] mine = this.orientation.tiff();
			begin("eXIf", mine.length);
			CheckedOutputStream checked = checked("eXIf");
			checked.write(mine);
			four(checked.getChecksum().getValue());
		}
	}

	private void begin(String type, long length) throws IOException {
		four(length);
		this.out.write(type.getBytes(StandardCharsets.ISO_8859_1));
	}

	private CheckedOutputStream checked(String type) {
		CRC32 sum = new CRC32();
		sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
		return new CheckedOutputStream(this.out, sum);
	}

	private void end(long sum) throws IOException {
		if (this.in.nextFour() != sum) {
			throw NotTaken.damaged();
		}
		four(sum);
	}

	private void four(long number) throws IOException {
		this.out.write(ByteBuffer.allocate(4).putInt((int) number).array());
	}

}
