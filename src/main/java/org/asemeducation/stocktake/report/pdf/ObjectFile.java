package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;

/**
 * A PDF (ISO 32000-1, 1.7) that is written object by object. Of what is written, nothing
 * stays in memory but where it is: eight bytes for each object.
 */
final class ObjectFile {

	/** Objects that are compressed together. */
	private static final int PACK = 200;

	/** Of these, two are in one number: the pack and the place in it. */
	private static final int IN_A_PACK = 1 << 10;

	private final DigestOutputStream out;

	private long written;

	private long[] positions = new long[1 << 10];

	private int last;

	private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

	private final StringBuilder packedNumbers = new StringBuilder();

	private int pack;

	private int inPack;

	ObjectFile(OutputStream out) throws IOException {
		this.out = new DigestOutputStream(out, sha256());
		write("%PDF-1.7\n%".getBytes(StandardCharsets.ISO_8859_1));
		write(new byte[] { (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n' });
	}

	/** The number of an object that is written later. */
	int reserve() {
		this.last++;
		if (this.last == this.positions.length) {
			this.positions = Arrays.copyOf(this.positions, 2 * this.last);
		}
		return this.last;
	}

	/** Writes an object that is no stream. */
	void object(int number, byte[] object) throws IOException {
		if (this.pack == 0) {
			this.pack = reserve();
		}
		this.positions[number] = -((long) this.pack * IN_A_PACK + this.inPack);
		this.packedNumbers.append(number).append(' ').append(this.packed.size()).append(' ');
		this.packed.write(object);
		this.packed.write('\n');
		if (++this.inPack == PACK) {
			closePack();
		}
	}

	/**
	 * Writes a stream.
	 * @param entries of its dictionary, but for the length
	 * @param content as it stands in the file
	 */
	void stream(int number, byte[] entries, byte[] content) throws IOException {
		this.positions[number] = this.written;
		write(ascii(number + " 0 obj\n<<"));
		write(entries);
		write(ascii("/Length " + content.length + ">>\nstream\n"));
		write(content);
		write(ascii("\nendstream\nendobj\n"));
	}

	/**
	 * Writes where everything is. The file's id is drawn from its content.
	 * @throws IllegalStateException when an object was reserved and never written
	 */
	void end(int catalog, int information) throws IOException {
		closePack();
		int index = reserve();
		this.positions[index] = this.written;
		ByteArrayOutputStream table = new ByteArrayOutputStream();
		try (OutputStream compressed = new DeflaterOutputStream(table)) {
			compressed.write(new byte[8]);
			for (int number = 1; number <= index; number++) {
				compressed.write(entry(number));
			}
		}
		long start = this.written;
		String id = HexFormat.of().formatHex(this.out.getMessageDigest().digest(), 0, 16);
		stream(index, ascii("/Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode"
			.formatted(index + 1, catalog, information, id, id)), table.toByteArray());
		write(ascii("startxref\n%d\n%%%%EOF\n".formatted(start)));
		this.out.flush();
	}

	private byte[] entry(int number) {
		long position = this.positions[number];
		if (position == 0) {
			throw new IllegalStateException("Object %d of the PDF was never written.".formatted(number));
		}
		boolean plain = position > 0;
		long where = plain ? position : -position / IN_A_PACK;
		int within = plain ? 0 : (int) (-position % IN_A_PACK);
		return new byte[] { (byte) (plain ? 1 : 2), (byte) (where >> 32), (byte) (where >> 24), (byte) (where >> 16),
				(byte) (where >> 8), (byte) where, (byte) (within >> 8), (byte) within };
	}

	private void closePack() throws IOException {
		if (this.inPack == 0) {
			return;
		}
		byte[] numbers = ascii(this.packedNumbers.toString());
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try (OutputStream compressed = new DeflaterOutputStream(content)) {
			compressed.write(numbers);
			this.packed.writeTo(compressed);
		}
		stream(this.pack, ascii("/Type/ObjStm/N %d/First %d/Filter/FlateDecode".formatted(this.inPack, numbers.length)),
				content.toByteArray());
		this.packed.reset();
		this.packedNumbers.setLength(0);
		this.pack = 0;
		this.inPack = 0;
	}

	private void write(byte[] bytes) throws IOException {
		this.out.write(bytes);
		this.written += bytes.length;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
