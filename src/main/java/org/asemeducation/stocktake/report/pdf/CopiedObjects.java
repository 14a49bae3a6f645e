package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;

/**
 * Objects of an open document on their way into a file: each that is asked for, and
 * whatever it refers to, once.
 */
final class CopiedObjects {

	private final ObjectFile file;

	private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();

	private final Deque<COSBase> waiting = new ArrayDeque<>();

	CopiedObjects(ObjectFile file) {
		this.file = file;
	}

	/** What refers to the one shall refer to the other, which is not copied here. */
	void standsFor(COSBase object, int number) {
		this.numbers.put(object, number);
	}

	/** Copies an object under a number that was reserved for it. */
	void copy(COSBase object, int number) {
		this.numbers.put(object, number);
		this.waiting.add(object);
	}

	/** The number of an object, which is copied if it is new. */
	int copy(COSBase object) {
		COSBase real = real(object);
		Integer number = this.numbers.get(real);
		if (number == null) {
			number = this.file.reserve();
			copy(real, number);
		}
		return number;
	}

	/** Writes all that wait, and what they refer to. */
	void write() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		while (!this.waiting.isEmpty()) {
			COSBase next = this.waiting.remove();
			out.reset();
			if (next instanceof COSStream stream) {
				entries(stream, out);
				try (InputStream content = stream.createRawInputStream()) {
					this.file.stream(this.numbers.get(stream), out.toByteArray(), content.readAllBytes());
				}
			}
			else {
				value(next, out);
				this.file.object(this.numbers.get(next), out.toByteArray());
			}
		}
	}

	private void entries(COSDictionary dictionary, OutputStream out) throws IOException {
		for (COSName name : dictionary.keySet()) {
			if (!(dictionary instanceof COSStream && name.equals(COSName.LENGTH))) {
				name.writePDF(out);
				out.write(' ');
				item(dictionary.getItem(name), out);
			}
		}
	}

	private void item(COSBase item, OutputStream out) throws IOException {
		COSBase real = real(item);
		if (real != null && (this.numbers.containsKey(real) || isOfItsOwn(item, real))) {
			out.write((copy(real) + " 0 R").getBytes(StandardCharsets.US_ASCII));
		}
		else {
			value(real, out);
		}
	}

	private static boolean isOfItsOwn(COSBase item, COSBase real) {
		boolean apart = item instanceof COSObject;
		return real instanceof COSStream || (real instanceof COSDictionary && (apart || !real.isDirect()))
				|| (real instanceof COSArray && apart);
	}

	private void value(COSBase value, OutputStream out) throws IOException {
		if (value instanceof COSDictionary dictionary) {
			out.write(new byte[] { '<', '<' });
			entries(dictionary, out);
			out.write(new byte[] { '>', '>' });
		}
		else if (value instanceof COSArray array) {
			out.write('[');
			for (COSBase item : array) {
				item(item, out);
				out.write(' ');
			}
			out.write(']');
		}
		else {
			simple(value, out);
		}
	}

	private static void simple(COSBase value, OutputStream out) throws IOException {
		if (value instanceof COSName name) {
			name.writePDF(out);
		}
		else if (value instanceof COSString string) {
			COSWriter.writeString(string, out);
		}
		else if (value instanceof COSInteger number) {
			number.writePDF(out);
		}
		else if (value instanceof COSFloat number) {
			number.writePDF(out);
		}
		else if (value instanceof COSBoolean truth) {
			truth.writePDF(out);
		}
		else {
			out.write("null".getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static COSBase real(COSBase object) {
		return (object instanceof COSObject reference) ? reference.getObject() : object;
	}

}
