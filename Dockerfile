# resumec in a container:
#   docker build -t resumec .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" resumec build
FROM debian:12-slim AS build
WORKDIR /resumec
COPY scripts/setup.sh scripts/
RUN scripts/setup.sh --build
COPY . .
RUN cmake --preset release && cmake --build --preset release && cmake --install build/release --prefix /opt/resumec --strip

FROM debian:12-slim
COPY --from=build /resumec/scripts/setup.sh /tmp/
RUN /tmp/setup.sh --runtime && rm -rf /tmp/setup.sh /var/lib/apt/lists/*
COPY --from=build /opt/resumec /usr/local
RUN useradd --create-home --uid 1000 resumec
USER resumec
WORKDIR /work
# Messages may use the characters of the résumé.
ENV LANG=C.UTF-8
ENTRYPOINT ["resumec"]
