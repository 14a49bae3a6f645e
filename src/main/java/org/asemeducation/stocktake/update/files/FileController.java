package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The files of an update over HTTP. A file comes and goes as its bytes, and is only ever
 * saved or shown as a picture, never opened as a page.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/files")
class FileController {

	private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

	private final FileRights rights;

	private final FileSettings settings;

	private final Attaching attaching;

	private final Removing removing;

	private final UpdateFiles files;

	private final Register register;

	private final CurrentPerson current;

	FileController(FileRights rights, FileSettings settings, Attaching attaching, Removing removing, UpdateFiles files,
			Register register, CurrentPerson current) {
		this.rights = rights;
		this.settings = settings;
		this.attaching = attaching;
		this.removing = removing;
		this.files = files;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Shelf show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		FileRights.Readable readable = this.rights.readable(key, reader);
		return new Shelf(this.settings.largest().toBytes(), this.rights.mayWrite(key, reader),
				this.files.of(key).stream().filter(readable::mayBeRead).map(this::shown).toList());
	}

	@PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	ResponseEntity<Shown> attach(@PathVariable String cycle, @PathVariable String initiative, @RequestParam String name,
			HttpServletRequest request) throws IOException {
		Attaching.Kept kept = this.attaching.attach(UpdateKey.of(cycle, initiative), name,
				request.getContentLengthLong(), request.getInputStream(), this.current.get().userId());
		return ResponseEntity.status(kept.again() ? HttpStatus.OK : HttpStatus.CREATED).body(shown(kept.file()));
	}

	@GetMapping("/{file}")
	void read(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long file,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(find(cycle, initiative, file), this.files, request, response);
	}

	static void send(StoredFile stored, UpdateFiles files, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (describe(stored, stored.sha256(), stored.type().mediaType(), request, response)) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(stored.name(), StandardCharsets.UTF_8).build().toString());
			response.setContentLengthLong(stored.length());
			files.writeTo(stored, response.getOutputStream());
		}
	}

	@GetMapping("/{file}/thumbnail")
	void thumbnail(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long file,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		sendSmall(find(cycle, initiative, file), this.files, request, response);
	}

	static void sendSmall(StoredFile stored, UpdateFiles files, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (!stored.thumbnail()) {
			throw Refused.notFound("There is no small picture of “%s”.".formatted(stored.name()));
		}
		if (describe(stored, "small-" + stored.sha256(), MediaType.IMAGE_JPEG, request, response)) {
			response.getOutputStream().write(files.thumbnail(stored));
		}
	}

	@DeleteMapping("/{file}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long file) {
		this.removing.remove(UpdateKey.of(cycle, initiative), file, this.current.get().userId());
	}

	private StoredFile find(String cycle, String initiative, long file) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		FileRights.Readable readable = this.rights.readable(key, this.current.get());
		return this.files.find(key, file).filter(readable::mayBeRead).orElseThrow(() -> Removing.gone(key));
	}

	/** Whether the bytes have to be sent: the browser may have them. */
	private static boolean describe(StoredFile file, String tag, MediaType type, HttpServletRequest request,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN.getHeaderValue());
		response.setContentType(type.toString());
		return !new ServletWebRequest(request, response).checkNotModified("\"" + tag + "\"");
	}

	private Shown shown(StoredFile file) {
		return new Shown(String.valueOf(file.id()), file.name(), file.type().isPicture(), file.type().words(),
				file.length(), file.sha256(), file.width(), file.height(), file.thumbnail(), file.found(),
				file.uploadedAt(), this.register.nameOf(file.uploadedBy()), file.submitted());
	}

	/**
	 * All files of an update that the reader may read.
	 *
	 * @param largest how many bytes a file may have
	 * @param mayAttach whether the reader may add some
	 * @param files in the order in which they came
	 */
	record Shelf(long largest, boolean mayAttach, List<Shown> files) {
	}

	/**
	 * A file as the form shows it.
	 */
	record Shown(String id, String name, boolean picture, String kind, long length, String sha256,
			@Nullable Integer width, @Nullable Integer height, boolean thumbnail, @Nullable String found,
			Instant uploadedAt, String uploadedBy, boolean submitted) {
	}

}
