package org.asemeducation.stocktake.update.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.boot.test.context.TestComponent;

/**
 * Pictures of notes without HTTP, for the tests of notes.
 */
@TestComponent
public class TestNotePictures {

	private final NotePictures pictures;

	private final UpdateFiles files;

	private final PrintedPictures prints;

	private final WithdrawnConsents withdrawn;

	TestNotePictures(NotePictures pictures, UpdateFiles files, PrintedPictures prints, WithdrawnConsents withdrawn) {
		this.pictures = pictures;
		this.files = files;
		this.prints = prints;
		this.withdrawn = withdrawn;
	}

	public void attach(long note, String name, byte[] content, String by) {
		this.pictures.attach(note, name, content.length, new ByteArrayInputStream(content), by);
	}

	public void remove(long note, String by) {
		this.pictures.remove(note, by);
	}

	public boolean isShown(long note, String reader) {
		try {
			return this.pictures.find(note, reader).isPresent();
		}
		catch (Refused refused) {
			return false;
		}
	}

	public Optional<String> sum(long note) {
		return this.files.ofNote(note).map(StoredFile::sha256);
	}

	public byte[] bytes(long note) {
		return bytes(this.files.ofNote(note).orElseThrow());
	}

	public String sumOf(UpdateKey key, String file) {
		return copy(key, file).sha256();
	}

	public byte[] bytesOf(UpdateKey key, String file) {
		return bytes(copy(key, file));
	}

	public boolean isPrinted(UpdateKey key, String file) {
		return this.prints.find(key, file).isPresent() && copy(key, file).thumbnail();
	}

	public void withdraw(UpdateKey key, String file) {
		this.withdrawn.deleteFile(key, file);
	}

	private StoredFile copy(UpdateKey key, String file) {
		return this.files.find(key, Long.parseLong(file)).orElseThrow();
	}

	private byte[] bytes(StoredFile file) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			this.files.writeTo(file, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
