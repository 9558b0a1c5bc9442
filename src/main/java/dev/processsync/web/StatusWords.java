package dev.processsync.web;

import org.springframework.http.HttpStatus;

/** What a status says if nobody can say more. */
public final class StatusWords {

  private StatusWords() {}

  public static String title(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "Error " + status : known.getReasonPhrase();
  }

  public static String detail(int status) {
    return switch (status) {
      case 400 ->
          "The request can't be read. Percent-encode its address (ü as %C3%BC, % as %25; in a path,"
              + " / and \\ can't be part of a name), and keep address and headers together below"
              + " 8 kB.";
      case 401 -> "Required to provide Auth information";
      case 403 -> "The user may not do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address doesn't know the request's method.";
      case 406 ->
          "This address doesn't answer in a form that the header Accept asks for; ask for"
              + " application/json.";
      case 413 -> "The request's body is too large.";
      case 414 -> "The request's address is too long.";
      case 415 ->
          "This address doesn't take a body of the header's Content-Type; send application/json.";
      case 431 -> "The request's headers are too long.";
      case 501 -> "The request's method is unknown here.";
      case 503 -> "This can't be done at the moment: try again later.";
      default ->
          status < 500
              ? "The request can't be answered as it is."
              : "Something went wrong on our side.";
    };
  }
}
