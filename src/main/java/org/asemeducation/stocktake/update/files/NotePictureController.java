package org.asemeducation.stocktake.update.files;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture of a note over HTTP, as bytes.
 */
@RestController
@RequestMapping("/api/notes/{note}/picture")
class NotePictureController {

	private final NotePictures pictures;

	private final UpdateFiles files;

	private final CurrentPerson current;

	NotePictureController(NotePictures pictures, UpdateFiles files, CurrentPerson current) {
		this.pictures = pictures;
		this.files = files;
		this.current = current;
	}

	@PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	void attach(@PathVariable long note, @RequestParam String name, HttpServletRequest request) throws IOException {
		this.pictures.attach(note, name, request.getContentLengthLong(), request.getInputStream(),
				this.current.get().userId());
	}

	@GetMapping
	void read(@PathVariable long note, HttpServletRequest request, HttpServletResponse response) throws IOException {
		FileController.send(find(note), this.files, request, response);
	}

	@GetMapping("/thumbnail")
	void thumbnail(@PathVariable long note, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		FileController.sendSmall(find(note), this.files, request, response);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable long note) {
		this.pictures.remove(note, this.current.get().userId());
	}

	private StoredFile find(long note) {
		return this.pictures.find(note, this.current.get().userId())
			.orElseThrow(() -> Refused.notFound("This note has no picture, or no longer."));
	}

}
