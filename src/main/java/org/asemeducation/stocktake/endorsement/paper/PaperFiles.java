package org.asemeducation.stocktake.endorsement.paper;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the files of an earlier cycle, and what is wrong with them, are answered.
 */
final class PaperFiles {

	private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	static final String RESTED_ON = "Nothing is changed: something else rests on this cycle by now.";

	private PaperFiles() {
	}

	static ResponseEntity<byte[]> workbook(String name, byte[] content) {
		return file(name, EXCEL, content);
	}

	static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_TYPE, type)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.body(content);
	}

	static ResponseEntity<byte[]> sentence(HttpStatus status, Exception why) {
		return ResponseEntity.status(status)
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.body(String.valueOf(why.getMessage()).getBytes(StandardCharsets.UTF_8));
	}

	static ModelAndView message(Exception why, HttpStatus status) {
		ModelAndView page = new ModelAndView("message", "sentence", why.getMessage());
		page.setStatus(status);
		return page;
	}

}
