package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes numbers as WebP has them, the last digit first.
 */
final class LittleEndian {

	private LittleEndian() {
	}

	static byte[] read(RandomAccessFile in, long from, int count) throws IOException {
		if (from + count > in.length()) {
			throw NotTaken.damaged();
		}
		byte[] bytes = new byte[count];
		in.seek(from);
		in.readFully(bytes);
		return bytes;
	}

	static byte[] bytes(String type, long length) {
		return ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(type.getBytes(StandardCharsets.ISO_8859_1))
			.putInt((int) length)
			.array();
	}

	static long little(byte[] bytes, int from) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from) & 0xFFFFFFFFL;
	}

	static int two(byte[] bytes, int from) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(from) & 0xFFFF;
	}

	static long three(byte[] bytes, int from) {
		return two(bytes, from) | (bytes[from + 2] & 0xFFL) << 16;
	}

}
