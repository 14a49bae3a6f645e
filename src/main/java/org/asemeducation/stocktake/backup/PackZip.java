package org.asemeducation.stocktake.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.asemeducation.stocktake.backup.archive.Shelf;

/**
 * A zip that knows size and checksum of each file in it.
 */
final class PackZip implements Shelf {

	/** Pictures, documents and the backup are compressed already. */
	private static final Pattern TEXT = Pattern.compile("\\.(html|css|txt|json|csv|eml)$|SHA256SUMS$");

	private final ZipOutputStream zip;

	private final List<PackManifest.Entry> entries = new ArrayList<>();

	PackZip(OutputStream out) {
		this.zip = new ZipOutputStream(out);
	}

	@Override
	public OutputStream file(String path) throws IOException {
		this.zip.setLevel(TEXT.matcher(path).find() ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
		this.zip.putNextEntry(new ZipEntry(path));
		return new BufferedOutputStream(new OneFile(path, new DigestOutputStream(this.zip, Sha256.digest())));
	}

	void write(String path, byte[] content) throws IOException {
		try (OutputStream file = file(path)) {
			file.write(content);
		}
	}

	List<PackManifest.Entry> entries() {
		return List.copyOf(this.entries);
	}

	/** Writes the end; the stream stays open. */
	void finish() throws IOException {
		this.zip.finish();
	}

	/** Closing it closes the entry and not the zip. */
	private final class OneFile extends FilterOutputStream {

		private final String path;

		private final DigestOutputStream digest;

		private long size;

		private boolean closed;

		OneFile(String path, DigestOutputStream digest) {
			super(digest);
			this.path = path;
			this.digest = digest;
		}

		@Override
		public void write(int each) throws IOException {
			this.out.write(each);
			this.size++;
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.out.write(bytes, from, length);
			this.size += length;
		}

		@Override
		public void close() throws IOException {
			if (!this.closed) {
				this.closed = true;
				PackZip.this.zip.closeEntry();
				PackZip.this.entries.add(new PackManifest.Entry(this.path, this.size,
						HexFormat.of().formatHex(this.digest.getMessageDigest().digest())));
			}
		}

	}

}
