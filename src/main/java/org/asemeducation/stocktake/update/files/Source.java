package org.asemeducation.stocktake.update.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file from its beginning to its end in small pieces. A file that ends before it
 * should is damaged.
 */
final class Source implements Closeable {

	private final InputStream in;

	private final byte[] buffer = new byte[1 << 16];

	private int at;

	private int filled;

	Source(Path file) throws IOException {
		this.in = Files.newInputStream(file);
	}

	int next() throws IOException {
		fill();
		return this.buffer[this.at++] & 0xFF;
	}

	int nextTwo() throws IOException {
		return next() << 8 | next();
	}

	long nextFour() throws IOException {
		return (long) nextTwo() << 16 | nextTwo();
	}

	byte[] next(int count) throws IOException {
		byte[] bytes = new byte[count];
		for (int done = 0; done < count;) {
			fill();
			int part = Math.min(count - done, this.filled - this.at);
			System.arraycopy(this.buffer, this.at, bytes, done, part);
			this.at += part;
			done += part;
		}
		return bytes;
	}

	void copy(long count, OutputStream out) throws IOException {
		for (long left = count; left > 0;) {
			fill();
			int part = (int) Math.min(left, this.filled - this.at);
			out.write(this.buffer, this.at, part);
			this.at += part;
			left -= part;
		}
	}

	void skip(long count) throws IOException {
		copy(count, OutputStream.nullOutputStream());
	}

	/** Copies until a byte comes, which is read but not copied. */
	void copyUntil(int sought, OutputStream out) throws IOException {
		while (true) {
			fill();
			int from = this.at;
			while (this.at < this.filled && (this.buffer[this.at] & 0xFF) != sought) {
				this.at++;
			}
			out.write(this.buffer, from, this.at - from);
			if (this.at < this.filled) {
				this.at++;
				return;
			}
		}
	}

	private void fill() throws IOException {
		if (this.at == this.filled) {
			this.filled = this.in.read(this.buffer);
			this.at = 0;
			if (this.filled < 1) {
				this.filled = 0;
				throw NotTaken.damaged();
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
