package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Copies a WebP without decoding it: the picture and its colours, and how it is turned.
 */
final class WebpCopy {

	private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ICCP");

	private static final int EXIF = 0x08;

	private static final int XMP = 0x04;

	private static final int ANIMATION = 0x02;

	private static final int MOST_EXIF = 1 << 20;

	/** Of a WebP all points are decoded before any is passed over. */
	private static final long MOST_DECODED = 12_000_000;

	private static final int PIECE = 1 << 16;

	private final Path file;

	private final OutputStream out;

	WebpCopy(Path file, OutputStream out) {
		this.file = file;
		this.out = out;
	}

	Picture copy() throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(this.file.toFile(), "r")) {
			List<Chunk> chunks = chunks(in);
			Orientation orientation = orientation(in, chunks);
			List<Chunk> kept = chunks.stream().filter((chunk) -> KEPT.contains(chunk.type)).toList();
			if (kept.stream().noneMatch((chunk) -> chunk.type.startsWith("VP8") && !chunk.type.equals("VP8X"))) {
				throw NotTaken.damaged();
			}
			Picture picture = picture(in, kept.get(0), orientation);
			boolean exif = orientation.turnsAnything() && kept.get(0).type.equals("VP8X");
			long length = 4 + kept.stream().mapToLong(Chunk::whole).sum() + (exif ? 8 + orientation.tiff().length : 0);
			this.out.write(LittleEndian.bytes("RIFF", length));
			this.out.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
			for (Chunk chunk : kept) {
				write(in, chunk, exif);
			}
			if (exif) {
				this.out.write(LittleEndian.bytes("EXIF", orientation.tiff().length));
				this.out.write(orientation.tiff());
			}
			return picture;
		}
	}

	private static List<Chunk> chunks(RandomAccessFile in) throws IOException {
		long end = Math.min(8 + LittleEndian.little(LittleEndian.read(in, 4, 4), 0), in.length());
		List<Chunk> chunks = new ArrayList<>();
		for (long at = 12; at + 8 <= end;) {
			byte[] head = LittleEndian.read(in, at, 8);
			Chunk chunk = new Chunk(new String(head, 0, 4, StandardCharsets.ISO_8859_1), at + 8,
					LittleEndian.little(head, 4));
			if (chunk.from + chunk.length > end || chunks.size() > 1000) {
				throw NotTaken.damaged();
			}
			if (chunk.type.startsWith("ANI") || chunk.type.equals("ANMF")) {
				throw new NotTaken("it is an animation. Attach a picture that stands still.");
			}
			chunks.add(chunk);
			at = chunk.from + chunk.length + (chunk.length & 1);
		}
		if (chunks.isEmpty()) {
			throw NotTaken.damaged();
		}
		return chunks;
	}

	private static Orientation orientation(RandomAccessFile in, List<Chunk> chunks) throws IOException {
		for (Chunk chunk : chunks) {
			if (chunk.type.equals("EXIF") && chunk.length <= MOST_EXIF) {
				byte[] exif = LittleEndian.read(in, chunk.from, (int) chunk.length);
				boolean headed = exif.length > 6 && exif[0] == 'E';
				return Orientation.of(headed ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
			}
		}
		return Orientation.AS_IT_LIES;
	}

	private static Picture picture(RandomAccessFile in, Chunk first, Orientation orientation) throws IOException {
		if (first.length < 10) {
			throw NotTaken.damaged();
		}
		byte[] head = LittleEndian.read(in, first.from, 10);
		return switch (first.type) {
			case "VP8X" -> picture(1 + LittleEndian.three(head, 4), 1 + LittleEndian.three(head, 7), orientation);
			case "VP8 " -> {
				if ((head[3] & 0xFF) != 0x9D || head[4] != 0x01 || head[5] != 0x2A) {
					throw NotTaken.damaged();
				}
				yield picture(LittleEndian.two(head, 6) & 0x3FFF, LittleEndian.two(head, 8) & 0x3FFF,
						Orientation.AS_IT_LIES);
			}
			case "VP8L" -> {
				if (head[0] != 0x2F) {
					throw NotTaken.damaged();
				}
				long bits = LittleEndian.little(head, 1);
				yield picture(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF), Orientation.AS_IT_LIES);
			}
			default -> throw NotTaken.damaged();
		};
	}

	private static Picture picture(long width, long height, Orientation orientation) throws NotTaken {
		return Picture.of(width, height, orientation, width * height <= MOST_DECODED);
	}

	private void write(RandomAccessFile in, Chunk chunk, boolean exif) throws IOException {
		this.out.write(LittleEndian.bytes(chunk.type, chunk.length));
		if (chunk.type.equals("VP8X")) {
			byte[] head = LittleEndian.read(in, chunk.from, (int) Math.min(chunk.length, 10));
			if ((head[0] & ANIMATION) != 0 || chunk.length != 10) {
				throw NotTaken.damaged();
			}
			head[0] = (byte) (head[0] & ~(EXIF | XMP) | (exif ? EXIF : 0));
			this.out.write(head);
			return;
		}
		for (long at = 0; at < chunk.length; at += PIECE) {
			this.out.write(LittleEndian.read(in, chunk.from + at, (int) Math.min(PIECE, chunk.length - at)));
		}
		if ((chunk.length & 1) == 1) {
			this.out.write(0);
		}
	}

	private record Chunk(String type, long from, long length) {

		long whole() {
			return 8 + this.length + (this.length & 1);
		}

	}

}
