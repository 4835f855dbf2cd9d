export const projector = {}
