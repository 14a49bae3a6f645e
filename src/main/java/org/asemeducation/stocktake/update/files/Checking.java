package org.asemeducation.stocktake.update.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at a file that has arrived: what it holds, whether its name says so, whether it
 * is whole. Of a picture only the picture is kept.
 */
@Component
class Checking {

	/** Decoding takes memory that the heap does not show. */
	private final Semaphore decoding = new Semaphore(2);

	/**
	 * Checks.
	 * @param name a plain name
	 * @param arrived the bytes as they came
	 * @param clean an empty file for what is kept of a picture
	 * @return what is kept
	 * @throws NotTaken when it is not
	 */
	CheckedFile check(String name, Path arrived, Path clean) throws IOException {
		FileType type = Content.of(arrived);
		String fitting = FileName.fitting(name, type);
		if (type == FileType.PDF) {
			PdfFile.check(arrived);
		}
		String found = (type == FileType.EML) ? MailFile.check(arrived) : null;
		if (!type.isPicture()) {
			return new CheckedFile(fitting, type, arrived, copy(arrived, null, OutputStream.nullOutputStream()).sha256,
					null, null, found);
		}
		Copied copied;
		try (OutputStream out = Files.newOutputStream(clean)) {
			copied = copy(arrived, type, out);
		}
		Picture picture = copied.picture;
		this.decoding.acquireUninterruptibly();
		try {
			Print print = (picture != null) ? Print.of(clean, type, picture).orElse(null) : null;
			return new CheckedFile(fitting, type, clean, copied.sha256, picture, print, null);
		}
		finally {
			this.decoding.release();
		}
	}

	private static Copied copy(Path from, @Nullable FileType picture, OutputStream to) throws IOException {
		DigestOutputStream summed = new DigestOutputStream(to, sha256());
		OutputStream out = new BufferedOutputStream(summed, 1 << 16);
		Picture copied = null;
		if (picture == null) {
			Files.copy(from, out);
		}
		else {
			copied = picture(from, picture, out);
		}
		out.flush();
		return new Copied(HexFormat.of().formatHex(summed.getMessageDigest().digest()), copied);
	}

	private static Picture picture(Path from, FileType type, OutputStream out) throws IOException {
		if (type == FileType.WEBP) {
			return new WebpCopy(from, out).copy();
		}
		try (Source in = new Source(from)) {
			return (type == FileType.JPEG) ? new JpegCopy(in, out).copy() : new PngCopy(in, out).copy();
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Copied(String sha256, @Nullable Picture picture) {
	}

}
